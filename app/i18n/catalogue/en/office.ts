import { admin } from './office-admin.ts'
import { closing, list, opening, overview, plan } from './office-campaigns.ts'
import { codes, collect, entry } from './office-collect.ts'
import { count } from './office-count.ts'
import { machine } from './office-machine.ts'
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
