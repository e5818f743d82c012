import { audit } from './vi/audit.ts'
import { ballot } from './vi/ballot.ts'
import { compare } from './vi/compare.ts'
import { display } from './vi/display.ts'
import { form } from './vi/form.ts'
import { frame } from './vi/frame.ts'
import { home } from './vi/home.ts'
import { letters } from './vi/letters.ts'
import { methodPage } from './vi/method-page.ts'
import { office } from './vi/office.ts'
import { openData } from './vi/open-data.ts'
import { problem } from './vi/problem.ts'
import { province } from './vi/province.ts'
import { publicPages } from './vi/public.ts'
import { receipt } from './vi/receipt.ts'
import { resident } from './vi/resident.ts'
import { results } from './vi/results.ts'
import { sheet } from './vi/sheet.ts'
import { state } from './vi/state.ts'
import { status } from './vi/status.ts'
import { term } from './vi/term.ts'
import { verdict } from './vi/verdict.ts'

/**
 * Every Vietnamese text of the interface, one file an area. Adding a text: a key here, the same key in `en`, and a use;
 * tests/i18n holds the three together. `{{name}}` is filled in; integers are printed in the language's form.
 */
export const vi = {
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
