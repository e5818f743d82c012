/** An expected "no" in words: keys are the codes that rules and services return; each says what to do. */
export const problem = {
  'answer-missing': 'Choose “Satisfied” or “Not satisfied”.',
  'answer-unknown': 'The answer could not be read. Choose again.',
  'text-too-long': 'The text is too long. Please shorten it.',
  'text-unreadable': 'There are characters that cannot be read. Please type it again.',
  'days-reversed': 'The last day must not be before the first day.',
  'campaign-step-not-now': 'The round is at another step, so this cannot be done now.',
}
