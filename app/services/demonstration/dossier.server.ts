import type { Day } from '#app/basics/day.ts'
import { dayOf } from '#app/basics/day.ts'
import { demonstrationNotice, type Paper } from '#app/dossier/paper.ts'
import { sendFile } from '../dossier-files.server.ts'
import { findDossierDesk, openDossier } from '../dossiers.server.ts'
import { fileOfPaper } from '../paper-file.server.ts'
import type { MadeUpCommune } from './places.server.ts'
import { as, must, type Stage } from './stage.server.ts'

/** Papers that the people's committee has sent, by their key; the others are still owed. */
const sent: readonly string[] = ['to-trinh', 'bao-cao-ket-qua', 'bien-ban']

/** A paper that says no more than what it stands for. */
const madeUpPaper = (commune: MadeUpCommune, title: string, madeOn: Day): Paper => ({
  notice: demonstrationNotice,
  letterhead: {
    lines: ['ỦY BAN NHÂN DÂN', commune.name.toLocaleUpperCase('vi')],
    ...{ symbol: 'UBND', place: commune.name.replace(/^Xã /, '') },
  },
  ...{ madeOn, title: 'TÀI LIỆU MINH HỌA', subject: title },
  opening: [['Tệp này đứng vào chỗ của giấy tờ thật trong hồ sơ, để thấy hồ sơ làm việc thế nào.']],
  ...{ sections: [], closing: [], recipients: [], signer: ['TM. ỦY BAN NHÂN DÂN'], appendices: [] },
})

/** The committee opens the dossier of its commune and sends some of its papers; the survey's report comes by itself. */
export const playDossier = async (
  stage: Stage,
  { commune, user, on }: { readonly commune: MadeUpCommune; readonly user: string; readonly on: Day },
): Promise<void> => {
  stage.clock.moveTo(on, 9)
  const context = as(stage, user)
  const asked = { communeId: commune.code, title: 'commune-standard', year: Number(on.slice(0, 4)) } as const
  const dossierId = must(await openDossier(context, asked))
  const { papers } = must(await findDossierDesk(context, dossierId))
  for (const paper of papers.filter(({ key }) => sent.includes(key))) {
    const made = madeUpPaper(commune, paper.name, dayOf(stage.clock.now()))
    const { name, bytes } = await fileOfPaper(paper.name, made, 'office')
    must(await sendFile(context, { dossierId, paperId: paper.id }, { name, bytes }))
  }
}
