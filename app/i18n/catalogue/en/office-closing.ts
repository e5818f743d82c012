/** Closing, reopening, minutes and posting of a round. */
export const closing = {
  title: 'Close the round',
  lead: 'After closing no ballot is taken. Reopening makes a new version, with a reason that everybody sees.',
  silent: '{{silent}} of {{households}} households have not answered. After closing they no longer can.',
  all: 'Every household has answered.',
  early: 'The last day of the round ({{date}}) has not passed.',
  below_one: 'Coverage is below the minimum of {{percent}}: {{count}} household is missing.',
  below_other: 'Coverage is below the minimum of {{percent}}: {{count}} households are missing.',
  belowSample:
    'Coverage is below the minimum of {{percent}}: the sample is too small to reach it, even if every drawn household answers.',
  beyond:
    'The term of {{limit}} working days (until {{date}}) is exceeded: {{used}} days were used. The report says so.',
  hangs:
    '{{used}} working days were used, the term is {{limit}}: it is kept if the first day does not count.',
  batches_one:
    '{{count}} batch of paper sheets is still open, so the round cannot be closed yet. Close or void it, then come back here.',
  batches_other:
    '{{count}} batches of paper sheets are still open, so the round cannot be closed yet. Close or void each, then come back here.',
  batchesLink: 'Open the list of batches',
  open: 'Still open by village',
  openTable: 'Households and ballots by village',
  village: 'Village',
  households: 'Households',
  answered: 'Answered',
  explained: 'With a reason',
  unexplained: 'Without a reason',
  waiting: 'Waiting to be mixed',
  unreadable: 'Damaged',
  byHand: 'by hand',
  whole: 'Whole commune',
  waitingNote:
    'Waiting ballots are mixed and counted at closing. Damaged ballots (data that cannot be read) count as invalid and stand in the minutes.',
  reasons: 'Reasons for households that did not answer',
  reasonsLead_one:
    '{{count}} household has neither answered nor a reason. Give one reason for the rest of each village; households with a reason of their own keep it.',
  reasonsLead_other:
    '{{count}} households have neither answered nor a reason. Give one reason for the rest of each village; households with a reason of their own keep it.',
  reasonsOne: 'For a single household, open its village on the page of handing out.',
  reasonsOneLink: 'Open handing out',
  reasonsNone: 'Every household that did not answer has a reason.',
  reasonOf_one: '{{village}}: {{count}} household',
  reasonOf_other: '{{village}}: {{count}} households',
  reasonAll: 'All other villages',
  reasonsSubmit: 'Save the reasons',
  reasonsDone: 'The reasons are saved.',
  what: 'What closing does',
  steps: {
    stop: 'No more ballots are taken: neither by code, nor on paper, nor at home.',
    mix: 'The ballots are mixed for the last time and counted anew.',
    destroy:
      "The round's key is destroyed: from then on nobody, the server's owner included, can see how a household answered.",
    publish:
      'The results appear here and on the public results page; the count minutes of each village can be printed.',
  },
  few: 'This round was reopened. Where a village adds only a few ballots, comparing both versions shows how the added ballots answered, though not whose they are. If you can, wait for more households.',
  submit: 'Close and count',
  back: 'Not yet, go back',
}

export const minutes = {
  title: 'Count minutes',
  lead: 'One for each village, figures filled in; who was present and the signatures are written by hand. Once signed, follow the line below the village to record who signed and when.',
  all: 'Minutes of all villages (.zip)',
  village: 'Village',
  collected: 'Collected',
  valid: 'Valid',
  invalid: 'Invalid',
  file: 'Minutes',
  download: 'Download .docx',
  downloadOf: 'Minutes of {{village}}',
  signedOn: 'Signed {{day}}',
  unsigned: 'No signatures recorded',
  sign: {
    title: 'Signatures under count minutes',
    of: 'Signatures under the count minutes, {{village}}',
    link: 'Record signatures',
    linkOf: 'Signatures, {{village}}',
    lead: 'Minutes are signed on paper. Record here who signed and when, so that whoever verifies knows which villages have signed.',
    recorded: 'The signatures are recorded.',
    none: 'No signatures are recorded for this village.',
    record: 'Record signatures',
    again: 'Record again to correct',
    againHint:
      'The new record takes the place of the one that holds; the old one stays to be seen with its scan. Choose the file again if the new record is to have one.',
    day: 'Day of signing, as on the minutes',
    dayHint: 'From the day of closing, {{closedOn}}, to today.',
    head: 'Head of the team',
    secretary: 'Secretary',
    witness: 'Household that witnessed',
    others: 'Others who signed (if any)',
    othersHint:
      'A line each, with what they are. For example: Nguyễn Văn An, head of the village Front committee.',
    scan: 'Scan of the signed minutes (if any)',
    scanHint: 'PDF or a picture, .jpg or .png, at most 10 MB.',
    save: 'Record the signatures',
    standing: 'Holds now',
    earlier: 'Earlier records',
    recordedBy: 'recorded by {{name}}, {{time}}',
    version: 'version {{version}} of the results',
    download: 'Download the scan {{name}}',
    noScan: 'Without a scan.',
    hash: 'SHA-256:',
    locked: 'The results are verified: nothing can be recorded any more.',
    back: 'Back to the minutes',
  },
}

export const reopening = {
  title: 'Reopen the round',
  lead: 'Only where results lack something or are wrong. The results so far are kept and stay public with the reason.',
  what: 'What reopening does',
  steps: {
    keep: 'The present results become version {{version}}, kept as they are for everybody to see, with the reason.',
    ballots: 'Ballots that were counted stay in the box. Households that answered cannot answer again.',
    codes:
      'Households that have not answered get new codes. The old ones no longer work: print and hand out the new ones.',
    posting: 'Posting of the version before ends. After closing again the results are posted anew.',
  },
  reason: 'Why it is reopened',
  reasonHint: 'For example: 12 households of Suối Mơ were not handed a ballot. Everybody sees the reason.',
  endsOn: 'Ballots are taken until',
  confirm: 'I understand: codes are printed anew, more ballots collected, then closing and posting again.',
  submit: 'Reopen as version {{version}}',
  back: 'Do not reopen, go back',
  done: 'The round is reopened. Next: print the new codes for the households that have not answered.',
}
