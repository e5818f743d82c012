import type { Questionnaire } from './questionnaire.ts'
import { advanced } from './suggested/advanced.ts'
import { qd51 } from './suggested/qd51.ts'
import { qd318 } from './suggested/qd318.ts'
import { qd320 } from './suggested/qd320.ts'

/**
 * Suggested questionnaires (mẫu gợi ý). The forms of HD 90/HD-MTTW-BTT (Phiếu số 1–7) are not public, so the wording is
 * ours; a province replaces it with the originals. None of them is official.
 */
export const suggestedQuestionnaires: readonly Questionnaire[] = [qd318, advanced, qd320, qd51]

/** The suggested questionnaire of that id (`qd318`, `advanced`, `qd320`, `qd51`); undefined for any other. */
export const findQuestionnaire = (id: string): Questionnaire | undefined =>
  suggestedQuestionnaires.find(questionnaire => questionnaire.id === id)
