export const resident = {
  front: 'The Standing Board of the Vietnam Fatherland Front of {{commune}}',
  days: 'Open to the end of {{to}}. {{count}} questions.',
  languages: 'Language of the questions',
  listen: 'Hear the question',
  before: 'Before you answer',
  who: 'Who is asking?',
  why: 'What for?',
  whyText:
    'To learn whether households are satisfied with what new-countryside building has brought. The result is used when the commune is considered for recognition.',
  kept: 'What is kept?',
  keptText:
    'Whether the household has answered, and the answers: the two are kept apart. No name, no phone number, nothing about the device. Nobody can see how a household answered.',
  sendOnce:
    'One ballot a household. Until the survey closes the household may answer again; the later ballot takes the place of the earlier one.',
  phone: {
    kept: 'This phone keeps a draft of the ballot: close the page, open it again, and it is still there.',
    full: 'This phone does not let a draft be kept. Do not close the page before the ballot is sent.',
    wipeDraft: 'Delete the draft on this phone',
    wiped: 'Deleted. This phone keeps nothing of the ballot any more.',
    sure: 'Delete the ballot from this phone? What you chose and wrote will be lost.',
    sending: 'Sending the ballot…',
    unsent: 'Not sent yet',
    unsentText:
      'There is no network. The ballot is kept on this phone and sent by itself when the network returns and this page is open: leave it open, or open it again later.',
    sent: 'Sent, waiting for confirmation',
    sentText:
      'No answer has come, so the ballot may not have arrived. It is sent again every minute; however often it is sent, it counts once.',
    sendNow: 'Send now',
    edit: 'Change the ballot',
    wipe: 'Delete from this phone',
  },
  fault: {
    'answer-missing': '{{line}}: choose “Satisfied” or “Not satisfied”.',
    'answer-unknown': '{{line}}: the answer cannot be read, choose again.',
    'text-too-long': '{{line}}: the text is too long, shorten it.',
    'text-unreadable': '{{line}}: there are unreadable characters, type it again.',
  },
  line: { question: 'Question {{number}}', overall: 'Overall question', reason: '{{line}}, reason' },
  received: 'Your household’s ballot has been recorded',
  receivedLead: 'Thank you for answering. The ballot is in the box and will be counted.',
  answered: 'Your household has sent its ballot',
  answeredLead:
    'The household’s ballot has been recorded. One ballot a household: sending again does not make two.',
  again: 'Answer again',
  againLead:
    'The household has sent a ballot. This one takes its place when the survey closes; the receipt stays the same.',
  byBatch:
    'Your household handed in a paper sheet. Sheets carry no name, so it cannot be found again to be replaced; it is counted.',
  againHow: 'Want to change the answers, or did somebody else answer for the household?',
  beforeLead:
    'The household answered before the round was reopened. Its ballot still counts; nothing more is needed.',
  beforeReceipt: 'The receipt shown when the ballot was sent can still be used to check that it is counted.',
  notUs: 'Nobody at home has answered?',
  notUsText:
    'Tell the village’s Front committee or the commune’s Fatherland Front at once, so that they can look into it.',
  receipt: 'Receipt code',
  keepReceipt:
    'Write this code down or take a screenshot. It shows that the ballot was received, not how the household answered.',
  next: 'What happens next?',
  nextText:
    'After {{date}} the commune’s Front closes the box, counts, and posts the results in the village, at the commune office and on the results page.',
  leave: 'On somebody else’s phone? Close this page before you hand it back.',
  results: 'See the results of closed rounds',
  closed: 'The time for answering is over',
  closedLead: 'This round has been closed and takes no more ballots.',
  cancelled: 'The survey round was cancelled',
  cancelledLead:
    'This code can no longer be used to answer. The ballots of this round are deleted; nobody can read them.',
  cancelledNext:
    'If a new round begins, your household will get a new code. For questions, turn to the Fatherland Front of {{commune}}.',
  closedLost: 'The ballot just sent came too late and is not counted.',
  closedKept: 'A household that has a receipt code has its ballot counted.',
  closedResults: 'See the results of {{commune}}',
  byHand: 'The village has counted its paper ballots',
  byHandLead:
    'The village’s paper ballots have been counted and entered on its sheet, so no ballot is taken online any more.',
  byHandAsk:
    'Never given a paper ballot? Ask the village’s Front committee or the commune’s Fatherland Front at once.',
  wrongTitle: 'The code is not right',
  mistyped:
    'A character or two of this code is missing or wrong. Compare it with the household’s slip and type it again.',
  replaced:
    'This code was replaced by another one. Use the household’s newest slip; if you have none, ask the village team.',
  unknown:
    'No household has this code. Compare it with the household’s slip; if it still does not open, ask the village’s Front committee for a new one.',
}
