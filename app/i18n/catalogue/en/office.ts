import { links, own, secondStep } from './office-account.ts'
import { admin } from './office-admin.ts'
import { areas } from './office-areas.ts'
import { batch } from './office-batch.ts'
import { list, opening, overview, plan } from './office-campaigns.ts'
import { closing, minutes, reopening } from './office-closing.ts'
import { assign, codes, collect, doubles, entry, meeting, outbox } from './office-collect.ts'
import { count } from './office-count.ts'
import { dossier } from './office-dossier.ts'
import { evaluation } from './office-evaluation.ts'
import { exporting } from './office-export.ts'
import { handing } from './office-handing.ts'
import { joint } from './office-joint.ts'
import { languages } from './office-languages.ts'
import { machine } from './office-machine.ts'
import { papers } from './office-papers.ts'
import { cancel, planning } from './office-plan.ts'
import { posting } from './office-posting.ts'
import { register } from './office-register.ts'
import { rules } from './office-rules.ts'
import { sample } from './office-sample.ts'
import { setup, signIn } from './office-sign-in.ts'
import { verification } from './office-verification.ts'
import { callback, signs, watch } from './office-watch.ts'
import { wording } from './office-wording.ts'

export const office = {
  verification,
  export: exporting,
  dossier,
  evaluation,
  languages,
  watch,
  signs,
  callback,
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
  papers,
  wording,
  nav: {
    verification: 'Verification',
    label: 'Parts of the round',
    overview: 'Overview',
    audit: 'Audit log',
    plan: 'Plan',
    sample: 'Who is asked',
    register: 'Register',
    assign: 'Assignments',
    handing: 'Handing out',
    collect: 'Collect',
    watch: 'Progress',
    batches: 'Batches',
    machine: 'Collect offline',
    archive: 'Archive',
    papers: 'Papers',
    minutes: 'Minutes',
    posting: 'Posting',
    letters: 'Letters',
    results: 'Results',
    evaluation: 'Evaluation',
  },
  results: {
    title: 'Results',
    of: 'Results: {{name}}',
    pack: {
      title: 'Evidence pack',
      what: 'One .zip with every ballot (no name, no time), the papers and the log of the round: whoever has it can compute the results again without this server.',
      care: 'It holds written opinions: keep it in the dossier, do not publish it. Each download is noted in the log.',
      download: 'Download the evidence pack (.zip)',
    },
  },
  rules,
  sample,
  joint,
  section: {
    verification: 'Verification',
    campaigns: 'Survey rounds',
    dossiers: 'Dossiers',
    register: 'Household list',
    rules: 'Rule packs',
    languages: 'Languages',
    wording: 'Paper wording',
    administration: 'Administration',
    audit: 'Audit log',
  },
  setup,
  signIn,
}
