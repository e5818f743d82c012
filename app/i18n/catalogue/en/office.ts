import { closing, list, opening, overview, plan } from './office-campaigns.ts'
import { setup, signIn } from './office-sign-in.ts'

export const office = {
  closing,
  list,
  opening,
  overview,
  plan,
  section: { campaigns: 'Survey rounds', administration: 'Administration' },
  setup,
  signIn,
}
