import { admin } from './office-admin.ts'
import { list, opening, overview, plan } from './office-campaigns.ts'
import { closing, minutes, reopening } from './office-closing.ts'
import { codes, collect, entry } from './office-collect.ts'
import { count } from './office-count.ts'
import { machine } from './office-machine.ts'
import { posting } from './office-posting.ts'
import { register } from './office-register.ts'
import { rules } from './office-rules.ts'
import { setup, signIn } from './office-sign-in.ts'

export const office = {
  admin,
  codes,
  collect,
  count,
  entry,
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
  nav: {
    label: 'Parts of the round',
    overview: 'Overview',
    register: 'Register',
    collect: 'Collect',
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
