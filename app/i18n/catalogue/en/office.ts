import { links, own, secondStep } from './office-account.ts'
import { admin } from './office-admin.ts'
import { areas } from './office-areas.ts'
import { batch } from './office-batch.ts'
import { list, opening, overview, plan } from './office-campaigns.ts'
import { closing, minutes, reopening } from './office-closing.ts'
import { assign, codes, collect, doubles, entry, meeting, outbox } from './office-collect.ts'
import { count } from './office-count.ts'
import { handing } from './office-handing.ts'
import { machine } from './office-machine.ts'
import { cancel, planning } from './office-plan.ts'
import { posting } from './office-posting.ts'
import { register } from './office-register.ts'
import { rules } from './office-rules.ts'
import { setup, signIn } from './office-sign-in.ts'

export const office = {
  batch,
  admin,
  areas,
  links,
  own,
  secondStep,
  codes,
  assign,
  collect,
  doubles,
  meeting,
  outbox,
  count,
  entry,
  handing,
  machine,
  register,
  closing,
  minutes,
  posting,
  reopening,
  list,
  opening,
  overview,
  plan,
  planning,
  cancel,
  nav: {
    label: 'Parts of the round',
    overview: 'Overview',
    plan: 'Plan',
    register: 'Register',
    assign: 'Assignments',
    handing: 'Handing out',
    collect: 'Collect',
    batches: 'Batches',
    machine: 'Collect offline',
    archive: 'Archive',
    minutes: 'Minutes',
    posting: 'Posting',
    results: 'Results',
  },
  results: { title: 'Results', of: 'Results: {{name}}' },
  rules,
  section: {
    campaigns: 'Survey rounds',
    register: 'Household list',
    rules: 'Rule packs',
    administration: 'Administration',
  },
  setup,
  signIn,
}
