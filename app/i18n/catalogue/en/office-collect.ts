export const codes = {
  title: 'Household codes',
  lead: "Cut along the lines and hand one to each household. A code is the household's right to answer: hand it over in person, take no photos, send no lists.",
  issued_one: 'Noted: handed out to {{count}} household.',
  issued_other: 'Noted: handed out to {{count}} households.',
  issue: 'Note as handed out',
  issueHint:
    'Press when the whole village has got its codes: {{issued}}/{{households}} households are noted.',
  allIssued: 'Handed out to all {{households}} households.',
}

export const collect = {
  title: 'Collect ballots',
  chooseLead: 'Choose the village you are collecting in.',
  villageLine: '{{collected}}/{{households}} households answered',
  mine: 'My villages',
  others: 'Other villages in my area',
  none: 'No village of this round is yours to collect in. Villages counted by hand take no more single ballots.',
  manage: 'For the whole round',
  doubles: 'Households met twice ({{count}} not looked at)',
  import: 'Import a file from a device without network',
  meeting: 'Pass the device round at a meeting',
  means: 'Means',
  search: 'Find a household',
  searchHint: 'Name or number; accents are not needed.',
  find: 'Find',
  all: 'See the whole village',
  found_one: '{{count}} household found for “{{text}}”.',
  found_other: '{{count}} households found for “{{text}}”.',
  nothing: 'No household matches “{{text}}”. Try a shorter text or see the whole village.',
  households: 'Households in the village: {{count}}',
  waitingHouseholds: 'Households yet to answer: {{count}}',
  noneWaiting: 'Every household of the village has answered.',
  showWaiting: 'Show only households yet to answer',
  showAll: 'Show households that answered as well',
  number: 'Household no. {{number}}',
  noNumber: 'No number',
  unnamed: 'Name removed',
  waiting: 'Not answered yet',
  answered: 'Answered: {{means}}',
  enter: 'Enter ballot',
  enterFor: 'Enter the ballot of {{name}}',
  outcome: 'Note a reason',
  outcomeOf: 'Note a reason why {{name}} has not answered',
  outcomeHint: 'Note why, so that somebody comes back; the household can still answer until closing.',
  outcomeNone: 'Remove the reason',
  outcomeNoted: 'The reason is noted.',
  outcomeLate: 'This household has just answered, so no reason is noted.',
  otherVillage: 'Choose another village',
  saved:
    "The household's ballot is recorded. Receipt code: {{receipt}}. Read or copy it out for the household.",
  stands:
    'This household had a ballot already. The earlier one counts; the one just entered is kept apart and not counted. Receipt code of the earlier ballot: {{receipt}}.',
  next: 'Next household: {{name}} ({{number}})',
}

export const assign = {
  title: 'Assign collectors',
  lead: 'Tick who collects in which village. Those assigned find their own villages first.',
  grants:
    "Assigning gives no further right: everybody collects within their account's areas only. Ask the administrator for further areas.",
  none: 'The commune has no collector account yet. Invite collectors and tick their villages; once they have accepted, come back here to assign them.',
  invite: 'Invite a collector',
  nobody: 'No collector account has this village among its areas.',
  unassigned: 'Villages without a collector: {{names}}.',
  outside: "The account's areas do not hold this village, so nothing can be collected there yet.",
  save: 'Save assignments',
  back: 'To the overview',
  saved_one: 'Assignments saved: {{count}} change.',
  saved_other: 'Assignments saved: {{count}} changes.',
  unchanged: 'Nothing has changed.',
}

export const doubles = {
  title: 'Households met twice',
  lead: 'Households for which a further ballot came after they had answered. The earlier one counts. The later one is sealed and kept apart, nobody can see it, and it is deleted at closing.',
  why: 'Two people may have called at one household, or somebody took the wrong household. Ask those named below; if the earlier ballot is not the household’s, it answers again with its code.',
  none: 'No household has been met twice.',
  first: 'Ballot that counts: {{means}}',
  later: 'Later ballots: {{later}}',
  laterBy: '{{collector}} ({{means}})',
  look: 'Looked at',
  lookAt: 'Mark as looked at: {{name}}',
  looked: 'Looked at',
  noted: 'Marked.',
}

export const outbox = {
  title: 'Import a file from a device without network',
  lead: "When a collector's device cannot send, its owner exports a file and hands it to the commune. Import that file here.",
  sealed:
    'The ballots in the file are sealed; only the server can open them. Importing the same file twice does not double a ballot.',
  file: 'Exported file',
  fileHint: 'The file exported by the page for collecting without a network, ending in .json.',
  submit: 'Import the file',
  done: 'File imported',
  recorded: 'Newly recorded',
  stood: 'Taken in before',
  unreadable: 'Cannot be opened',
  faulty: 'Faulty, not taken',
  unreadableHint: 'Cannot be opened: the file was altered, or sealed to an earlier opening of the round.',
  faultyHint:
    'Not taken: a line is missing, the household is not in this round, or its village was counted by hand.',
}

export const meeting = {
  title: 'Pass the device round at a meeting',
  village: 'Meeting of {{name}}',
  lead: 'Each household finds its own name, answers, and passes the device on. Whoever leads the meeting does not answer for anybody.',
  find: 'Find your household',
  findHint: "At least two letters of the head's name, or the household's number; accents are not needed.",
  short: 'Type more: at least two letters, or the number.',
  nothing: 'No household matches “{{text}}”. Try again, or ask whoever leads the meeting.',
  more: 'More households match. Type more of the name.',
  chooseWhich: 'Which household is yours?',
  choose: 'Choose the village that meets',
  end: 'End the meeting',
  ballot: 'Ballot of the household {{name}}',
  private:
    'Please let the household answer by itself. Once sent, the device shows nothing of this ballot, not even with Back.',
  notMine: 'This is not my household',
  thanks: 'Thank you for answering',
  pass: 'Please pass the device to the next household.',
  gone: 'Nothing of the ballot just sent is left on the device; Back does not show it either.',
  stands:
    'This household had a ballot already. The earlier one counts. If it was not yours, tell whoever leads the meeting at once.',
  next: 'Next household',
  answered: 'The household has answered',
  answeredLead:
    'The household {{name}} has a ballot in this round. One household, one ballot. If you did not send it, tell whoever leads the meeting at once.',
  endLead: 'Whoever leads the meeting types the own password to return to the list of households.',
  endWhy:
    'During the meeting this device opens no other page of the office; the password keeps whoever holds it out of the list.',
  leave: 'If this device is no longer needed, sign out.',
  signOut: 'Sign out',
  password: 'Password of {{name}}',
  endNow: 'End, to the households',
  stay: 'Go on with the meeting',
}

export const entry = {
  title: "A household's ballot",
  how: {
    visit:
      "Read each question aloud and record the household's own answer. Do not suggest, do not answer for them.",
    meeting: "Record the household's own answer at the meeting. Do not suggest, do not answer for them.",
    paper:
      'Copy the sheet as it is: choose “Left blank” for an empty line and “Both boxes ticked” for two ticks.',
  },
  invalid: 'The whole ballot is invalid',
  invalidHint:
    'Only when the sheet cannot be read (torn, soiled, not of this round). The lines below are not recorded then.',
  save: 'Record the ballot',
  saveHint: 'Once recorded, this ballot can be neither seen nor changed.',
  back: 'To the households',
  answered:
    'This household has answered ({{means}}). One household, one ballot: nothing more can be entered.',
}
