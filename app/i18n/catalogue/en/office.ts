import { setup, signIn } from './office-sign-in.ts'

export const office = {
  section: { campaigns: 'Survey rounds', administration: 'Administration' },
  setup,
  signIn,
}
