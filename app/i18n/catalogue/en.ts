import { audit } from './en/audit.ts'
import { ballot } from './en/ballot.ts'
import { compare } from './en/compare.ts'
import { display } from './en/display.ts'
import { form } from './en/form.ts'
import { frame } from './en/frame.ts'
import { home } from './en/home.ts'
import { letters } from './en/letters.ts'
import { methodPage } from './en/method-page.ts'
import { office } from './en/office.ts'
import { openData } from './en/open-data.ts'
import { problem } from './en/problem.ts'
import { province } from './en/province.ts'
import { publicPages } from './en/public.ts'
import { receipt } from './en/receipt.ts'
import { resident } from './en/resident.ts'
import { results } from './en/results.ts'
import { sheet } from './en/sheet.ts'
import { state } from './en/state.ts'
import { status } from './en/status.ts'
import { term } from './en/term.ts'
import { verdict } from './en/verdict.ts'

/** Every English text of the interface, under the same keys as `vi`; `_one` and `_other` where a count decides. */
export const en = {
  audit,
  ballot,
  compare,
  display,
  form,
  frame,
  home,
  letters,
  methodPage,
  office,
  openData,
  problem,
  province,
  publicPages,
  receipt,
  resident,
  results,
  sheet,
  state,
  status,
  term,
  verdict,
}
