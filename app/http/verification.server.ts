const notices = {
  'y-kien': 'office.verification.done.commented',
  'giai-quyet': 'office.verification.done.resolved',
  'tra-loi': 'office.verification.done.answered',
  'tra-lai': 'office.verification.done.returned',
  'chap-nhan': 'office.verification.done.accepted',
  ky: 'office.verification.done.signed',
  'gui-lai': 'office.verification.done.resubmitted',
} as const

/** What has just been done, as redirects say it; null where nothing was. */
export const doneOf = (request: Request): (typeof notices)[keyof typeof notices] | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return done !== null && Object.hasOwn(notices, done) ? notices[done as keyof typeof notices] : null
}
