import { closing, list, opening, overview, plan } from './office-campaigns.ts'
import { setup, signIn } from './office-sign-in.ts'

/** Pages of staff, one file a part of their work. */
export const office = {
  closing,
  list,
  opening,
  overview,
  plan,
  section: { campaigns: 'Đợt lấy ý kiến', administration: 'Quản trị' },
  setup,
  signIn,
}
