export const list = {
  title: 'Survey rounds',
  create: 'Plan a round',
  empty: 'There is no survey round in your area yet.',
  emptyCreate:
    'Press “Plan a round” to begin. Have the household list of the commune ready as an Excel file.',
  days: '{{from}} – {{to}}',
}

export const plan = {
  title: 'Plan a survey round',
  lead: 'A new round is a draft: no household gets a ballot before it is opened.',
  name: 'Name of the round',
  nameHint: 'For example: Satisfaction with new-countryside building in Sơn Lộc, 2026.',
  heading: 'Title',
  commune: 'Commune',
  startsOn: 'First day',
  endsOn: 'Last day',
  questionnaire: 'Questionnaire',
  questionnaireHint:
    "Suggested wording, written for the criteria; the official form is the Front's to issue.",
  rules: 'Rule pack',
  rulesHint:
    'It sets the minimum coverage and the thresholds. “No full basis” means that no document confirms some threshold: the round can be run, but no official verdict given.',
  from: 'from {{from}}',
  fromTo: '{{from}}–{{to}}',
  confirmed: 'full basis',
  unconfirmed: 'no full basis',
  historical: 'historical',
  submit: 'Plan the round',
  noCommunes: 'There is no commune in your area yet. Ask the administrator to add communes and villages.',
}

export const overview = {
  title: 'Overview',
  facts: {
    heading: 'Title',
    commune: 'Commune',
    days: 'Days',
    questionnaire: 'Questionnaire',
    rules: 'Rule pack',
  },
  step: {
    plan: 'Plan',
    register: 'Import households',
    open: 'Open',
    collect: 'Hand out codes, collect',
    close: 'Close',
    results: 'Results, report',
  },
  done: {
    planned: 'The round is planned. Next: import the household list.',
    opened: 'The round is open and every household has a code. Next: print the codes and hand them out.',
    closed: 'The round is closed and counted.',
    sheetEntered: 'The village’s sheet is recorded.',
    sheetWithdrawn:
      'The sheet is withdrawn. Households of the village that have not answered can answer by code again.',
  },
  draft: {
    title: 'Before the round can be opened',
    empty: "There are no households yet. Import them from the commune's Excel file.",
    filled:
      'There are {{households}} households in {{villages}} villages. Check each village before opening.',
    register: 'Import households',
    open: 'Review and open',
    table: 'Households of each village',
    noVillages: 'The commune has no villages yet. Ask the administrator to add them.',
  },
  village: 'Village',
  households: 'Households',
  issued: 'Handed out',
  collected: 'Collected',
  coverage: 'Collected, %',
  whole: 'Total',
  unit: 'households',
  collecting: {
    title: 'Progress of collecting',
    progress: 'Households that answered',
    quiet: 'Answers and satisfaction are shown only after closing.',
    minimum:
      'The rule pack asks for coverage of at least {{percent}}; now it is {{rate}} ({{part}}/{{whole}} households).',
    unconfirmed: 'No document confirms this minimum.',
    reached: 'The minimum is reached.',
    missing_one: '{{count}} more household is needed.',
    missing_other: '{{count}} more households are needed.',
    noMinimum: 'The rule pack names no minimum coverage.',
    table: 'Progress of each village',
    codes: 'Codes and handing out',
    enter: 'Collect',
    enterAll: 'Collect ballots',
    close: 'Close the round',
    sheet: 'Hand-counted sheet',
    byHand: 'Counted by hand: {{byHand}} ballots',
    canChange_one: '{{count}} household can still change the verdict.',
    canChange_other: '{{count}} households can still change the verdict.',
    nothingOpen: 'No household can change the verdict any more.',
  },
  turnout: {
    title: 'Households that answered, by day and means',
    table: 'Households that answered each day',
    day: 'Day',
    total: 'Total',
    none: 'No household has answered yet.',
  },
  closed: {
    title: 'The round is closed',
    results: 'See the results',
    report: 'Report (.docx)',
    tally: 'Tally (.xlsx)',
    watcher: "Results are published by the commune Front's standing board.",
    public: 'Public results page',
    table: 'Households and ballots of each village',
  },
}

export const opening = {
  title: 'Open the round',
  lead: 'Opening freezes the three things below; they cannot be changed any more, even if documents change later. Every household gets a code to answer with.',
  questions: 'Questionnaire',
  questionsLine: '{{name}}: {{count}} questions, the last one is the overall question.',
  suggested: 'This wording is suggested by the product; it is no official form.',
  show: 'See the questions',
  rules: 'Rule pack',
  basis: 'Documents confirm every threshold.',
  noBasis: 'No document confirms: {{keys}}.',
  noBasisMeans:
    '“No basis yet” means: the results will show the figures and say what they give by the values as they stand, but no official verdict; a missing value is not compared at all. If a document names the value, ask the provincial Front to confirm it before you open the round.',
  villages: 'Villages and households',
  leftOut: 'Villages without households will not be part of this round: {{names}}.',
  empty: 'There are no households, so the round cannot be opened. Import the household list first.',
  submit: 'Open the round and freeze all this',
  back: 'Not yet, go back',
}

export const closing = {
  title: 'Close the round',
  lead: 'Closing ends the round. It cannot be undone.',
  silent: '{{silent}} of {{households}} households have not answered. After closing they no longer can.',
  all: 'Every household has answered.',
  early: 'The last day of the round ({{date}}) has not passed.',
  below_one: 'Coverage is below the minimum of {{percent}}: {{count}} household is missing.',
  below_other: 'Coverage is below the minimum of {{percent}}: {{count}} households are missing.',
  what: 'What closing does',
  steps: {
    stop: 'No more ballots are taken: neither by code, nor on paper, nor at home.',
    mix: 'The ballots are mixed for the last time and counted anew.',
    destroy:
      "The round's key is destroyed: from then on nobody, the server's owner included, can see how a household answered.",
    publish: 'The results appear here and on the public results page.',
  },
  submit: 'Close for good',
  back: 'Not yet, go back',
}
