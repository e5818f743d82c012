import { describe, expect, test } from 'vitest'
import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import * as accountChanging from '#app/services/account-changing.server.ts'
import * as accounts from '#app/services/accounts.server.ts'
import * as accountsManaged from '#app/services/accounts-managed.server.ts'
import * as areaList from '#app/services/area-list.server.ts'
import * as areas from '#app/services/areas.server.ts'
import * as areasChanging from '#app/services/areas-changing.server.ts'
import * as areasTree from '#app/services/areas-tree.server.ts'
import * as audit from '#app/services/audit.server.ts'
import * as ballots from '#app/services/ballots.server.ts'
import * as callbacks from '#app/services/callbacks.server.ts'
import * as campaigns from '#app/services/campaigns.server.ts'
import * as cancelling from '#app/services/cancelling.server.ts'
import * as closing from '#app/services/closing.server.ts'
import * as closingDesk from '#app/services/closing-desk.server.ts'
import { openDossier } from '#app/services/dossiers.server.ts'
import * as evaluation from '#app/services/evaluation.server.ts'
import * as invitations from '#app/services/invitations.server.ts'
import * as minutesSigning from '#app/services/minutes-signing.server.ts'
import * as opening from '#app/services/opening.server.ts'
import * as packing from '#app/services/packing.server.ts'
import * as papers from '#app/services/papers.server.ts'
import * as minutes from '#app/services/papers-minutes.server.ts'
import * as notices from '#app/services/papers-posting.server.ts'
import * as plan from '#app/services/plan.server.ts'
import * as planEdit from '#app/services/plan-edit.server.ts'
import * as planPaper from '#app/services/plan-paper.server.ts'
import * as planTeams from '#app/services/plan-teams.server.ts'
import * as planView from '#app/services/plan-view.server.ts'
import * as posting from '#app/services/posting.server.ts'
import * as postingOpinions from '#app/services/posting-opinions.server.ts'
import * as register from '#app/services/register.server.ts'
import * as registerConfirm from '#app/services/register-confirm.server.ts'
import * as reopening from '#app/services/reopening.server.ts'
import * as results from '#app/services/results.server.ts'
import * as rules from '#app/services/rules.server.ts'
import * as sheets from '#app/services/sheets.server.ts'
import * as signs from '#app/services/signs.server.ts'
import * as slots from '#app/services/slots.server.ts'
import * as verificationComments from '#app/services/verification-comments.server.ts'
import * as watching from '#app/services/watching.server.ts'
import * as watchingDesk from '#app/services/watching-desk.server.ts'
import { type Deeds, type DeedTable, dossierDeeds, dossierElsewhere } from '#tests/support/dossier-deeds.ts'
import { collectingCampaign, draftCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { people } = world
const { campaignId, villageId } = await collectingCampaign(world, { 'Đồi Chè': 6, 'Suối Mơ': 6 })
const draftId = await draftCampaign(world)
const village = villageId('Suối Mơ')
const place = { campaignId, villageId: village }
const round = await slots.findRound(world.as(people.lan), place)
const { rows: slotRows } = await world.database.pool.query(
  'select id from slot where village_id = $1 limit 1',
  [village],
)
const desk = { campaignId, slotId: slotRows[0].id as string }
const invited = await invitations.inviteAccount(world.as(people.lan), {
  name: 'Tổ thôn Suối Mơ',
  role: 'collector',
  areaIds: [village],
})
const { rows: invitationRows } = await world.database.pool.query('select id from invitation')
const invitationId = invitationRows[0].id as string
const dossier = await openDossier(world.as(people.lan), {
  ...{ communeId: '99001', title: 'commune-standard', year: 2026 },
})
const list = { name: 'a.csv', bytes: new Uint8Array(), validFrom: null }
const form = {
  name: 'Đợt của xã khác',
  title: 'commune-standard' as const,
  communeId: '99001',
  startsOn: '2026-03-02' as Day,
  endsOn: '2026-03-20' as Day,
  questionnaireId: 'qd318',
  rulesId: 'hd90-2022/commune-standard',
}
const collector = { name: 'Kẻ lạ', role: 'collector' as const, areaIds: [village] }
const credentials = { username: 'ke-la', password: 'mat-khau-dai' }

const signing = {
  ...{ signedOn: '2026-03-04' as Day, head: 'Bà Lý', secretary: 'Ông Sìn', witness: 'Bà Mỷ', others: '' },
}
const posted = {
  startsOn: '2026-03-21' as Day,
  days: null,
  daysDocument: '',
  villageIds: [village],
  atCommune: true,
  byLoudspeaker: true,
  contact: 'Mặt trận xã',
}
const opinion = {
  sender: 'một hộ',
  channel: 'phone' as const,
  receivedOn: '2026-03-22' as Day,
  content: 'Số hộ chưa đúng',
}

const planTeam = { name: 'Tổ 1', leader: 'Kẻ lạ', members: '', villageIds: [village] }

const confirmation = {
  ...{ id: 'hd90-2022/commune-standard', version: 1, key: 'overallThreshold' as const },
  ...{ document: '90/HD-MTTW-BTT', date: '2022-09-20' },
}

/** Every deed at a place, done to Lan's commune, her round or her people. A new deed gets its row here. */
const table: DeedTable = {
  ...dossierDeeds({ campaignId, dossierId: dossier.ok ? dossier.value : '' }),
  accounts: {
    exports: accounts,
    deeds: { createAccount: context => accounts.createAccount(context, { ...collector, ...credentials }) },
  },
  accountChanging: {
    exports: accountChanging,
    deeds: {
      changeAccount: context =>
        accountChanging.changeAccount(context, {
          ...{ username: 'tam', role: 'collector', areaIds: ['99001'], confirmed: true },
        }),
    },
  },
  accountsManaged: {
    exports: accountsManaged,
    deeds: {
      findManagedAccount: context => accountsManaged.findManagedAccount(context, 'tam'),
      disableAccount: context => accountsManaged.disableAccount(context, 'tam'),
      enableAccount: context => accountsManaged.enableAccount(context, 'tam'),
      resetAccount: context => accountsManaged.resetAccount(context, { username: 'tam', secondStep: false }),
    },
  },
  invitations: {
    exports: invitations,
    deeds: {
      inviteAccount: context => invitations.inviteAccount(context, collector),
      revokeInvitation: context => invitations.revokeInvitation(context, invitationId),
    },
  },
  areas: {
    exports: areas,
    deeds: {
      createCommune: context =>
        areas.createCommune(context, { provinceId: '99', code: '99003', name: 'Xã Mới' }),
      createVillages: context => areas.createVillages(context, { communeId: '99001', names: ['Thôn Mới'] }),
    },
  },
  areasTree: {
    exports: areasTree,
    deeds: {
      findAreaTree: context => areasTree.findAreaTree(context, { search: '', withEnded: true, page: 1 }),
      findAreaView: context => areasTree.findAreaView(context, '99001'),
    },
  },
  areasChanging: {
    exports: areasChanging,
    deeds: {
      renameArea: context => areasChanging.renameArea(context, { id: village, name: 'Thôn Khác' }),
      endArea: context =>
        areasChanging.endArea(context, { id: '99001', on: '2026-03-01' as Day, successorIds: ['99002'] }),
    },
  },
  areaList: {
    exports: areaList,
    deeds: {
      checkAreaFile: context => areaList.checkAreaFile(context, list),
      findWaitingAreaList: context => areaList.findWaitingAreaList(context),
      confirmAreaList: context => areaList.confirmAreaList(context, 'x'),
    },
  },
  campaigns: {
    exports: campaigns,
    deeds: { createCampaign: context => campaigns.createCampaign(context, form) },
  },
  plan: {
    exports: plan,
    deeds: {
      findPlan: context => plan.findPlan(context, draftId),
      findPlanned: context => plan.findPlanned(context, draftId),
    },
  },
  planView: {
    exports: planView,
    deeds: {
      findPlanView: context => planView.findPlanView(context, draftId),
      findPlanDesk: context => planView.findPlanDesk(context, draftId),
      findIssueDesk: context => planView.findIssueDesk(context, draftId),
    },
  },
  planEdit: {
    exports: planEdit,
    deeds: {
      editPlan: context =>
        planEdit.editPlan(context, draftId, {
          ...form,
          ...{ villageIds: [village], methods: ['visit'], purpose: null, requirements: null },
        }),
      issuePlan: context =>
        planEdit.issuePlan(context, draftId, { number: '1', issuedOn: '2026-03-01' as Day, signer: 'Kẻ lạ' }),
    },
  },
  planTeams: {
    exports: planTeams,
    deeds: {
      addTeam: context => planTeams.addTeam(context, draftId, planTeam),
      editTeam: context =>
        planTeams.editTeam(context, { campaignId: draftId, teamId: invitationId }, planTeam),
      removeTeam: context => planTeams.removeTeam(context, { campaignId: draftId, teamId: invitationId }),
    },
  },
  planPaper: {
    exports: planPaper,
    deeds: {
      makePlanPaper: context => planPaper.makePlanPaper(context, draftId),
      findPlanPaper: context => planPaper.findPlanPaper(context, draftId),
    },
  },
  cancelling: {
    exports: cancelling,
    deeds: {
      findCancelling: context => cancelling.findCancelling(context, campaignId),
      cancelCampaign: context => cancelling.cancelCampaign(context, campaignId, 'Đợt của xã khác'),
    },
  },
  opening: { exports: opening, deeds: { openCampaign: context => opening.openCampaign(context, draftId) } },
  register: {
    exports: register,
    deeds: {
      findRegister: context => register.findRegister(context, '99001'),
      checkRegister: context =>
        register.checkRegister(context, { communeId: '99001', name: 'a.xlsx', bytes: new Uint8Array() }),
      discardRegister: context => register.discardRegister(context, '99001'),
    },
  },
  registerConfirm: {
    exports: registerConfirm,
    deeds: {
      confirmRegister: context =>
        registerConfirm.confirmRegister(context, { communeId: '99001', importId: 'x' }),
    },
  },
  slots: {
    exports: slots,
    deeds: {
      printCodes: context => slots.printCodes(context, place),
      issueVillage: context => slots.issueVillage(context, place),
      findRound: context => slots.findRound(context, place),
    },
  },
  ballots: {
    exports: ballots,
    deeds: {
      findDesk: context => ballots.findDesk(context, desk),
      enterBallot: context => ballots.enterBallot(context, desk, filledIn('satisfied', { channel: 'visit' })),
    },
  },
  sheets: {
    exports: sheets,
    deeds: {
      findSheet: context => sheets.findSheet(context, place),
      enterSheet: context => sheets.enterSheet(context, place, { get: () => '0' }),
      withdrawSheet: context => sheets.withdrawSheet(context, place),
    },
  },
  closing: {
    exports: closing,
    deeds: { closeCampaign: context => closing.closeCampaign(context, campaignId) },
  },
  reopening: {
    exports: reopening,
    deeds: {
      findReopening: context => reopening.findReopening(context, campaignId),
      reopenCampaign: context =>
        reopening.reopenCampaign(context, campaignId, { reason: 'Nhầm', endsOn: '2026-03-20' as Day }),
    },
  },
  closingDesk: {
    exports: closingDesk,
    deeds: {
      findClosing: context => closingDesk.findClosing(context, campaignId),
      explainVillages: context =>
        closingDesk.explainVillages(context, campaignId, { get: () => 'not-reached' }),
    },
  },
  posting: {
    exports: posting,
    deeds: {
      findPostingDesk: context => posting.findPostingDesk(context, campaignId, { page: 1, size: 20 }),
      postCampaign: context => posting.postCampaign(context, campaignId, posted),
      submitCampaign: context => posting.submitCampaign(context, campaignId),
    },
  },
  postingOpinions: {
    exports: postingOpinions,
    deeds: {
      recordOpinion: context => postingOpinions.recordOpinion(context, campaignId, opinion),
      answerOpinion: context =>
        postingOpinions.answerOpinion(context, { campaignId, opinionId: campaignId }, 'Đã xem'),
      findOpinion: context => postingOpinions.findOpinion(context, { campaignId, opinionId: campaignId }),
    },
  },
  verificationComments: {
    exports: verificationComments,
    deeds: {
      writeComment: context =>
        verificationComments.writeComment(context, campaignId, {
          ...{ about: { kind: 'general' }, body: 'Của xã khác', blocking: false },
        }),
      resolveComment: context =>
        verificationComments.resolveComment(context, { campaignId, commentId: campaignId }),
      answerComment: context =>
        verificationComments.answerComment(context, { campaignId, commentId: campaignId }, 'Đã xem'),
    },
  },
  minutes: {
    exports: minutes,
    deeds: {
      makeMinutes: context => minutes.makeMinutes(context, place),
      makeAllMinutes: context => minutes.makeAllMinutes(context, campaignId),
      findMinutes: context => minutes.findMinutes(context, campaignId),
      findVillageMinutes: context => minutes.findVillageMinutes(context, place),
    },
  },
  minutesSigning: {
    exports: minutesSigning,
    deeds: {
      findSigning: context => minutesSigning.findSigning(context, place),
      recordSigning: context => minutesSigning.recordSigning(context, place, { form: signing, scan: null }),
      readScan: context => minutesSigning.readScan(context, { ...place, signingId: campaignId }),
    },
  },
  notices: {
    exports: notices,
    deeds: {
      makeNotice: context => notices.makeNotice(context, campaignId),
      findNotice: context => notices.findNotice(context, campaignId),
      makePoster: context => notices.makePoster(context, campaignId, 'A4'),
    },
  },
  watching: {
    exports: watching,
    deeds: { findProgress: context => watching.findProgress(context, campaignId) },
  },
  watchingDesk: {
    exports: watchingDesk,
    deeds: { findWatching: context => watchingDesk.findWatching(context, campaignId) },
  },
  signs: { exports: signs, deeds: { findSigns: context => signs.findSigns(context, campaignId) } },
  callbacks: {
    exports: callbacks,
    deeds: {
      findCallbacks: context => callbacks.findCallbacks(context, campaignId, { page: 1, size: 20 }),
      drawCallbacks: context => callbacks.drawCallbacks(context, campaignId, { seed: '482913', size: 5 }),
      findCallback: context => callbacks.findCallback(context, desk),
      findCallbackResults: context => callbacks.findCallbackResults(context, campaignId),
      enterCallback: context =>
        callbacks.enterCallback(context, desk, { outcome: 'reached', said: 'visit', receipt: 'yes' }),
    },
  },
  results: {
    exports: results,
    deeds: { findResults: context => results.findResults(context, campaignId) },
  },
  evaluation: {
    exports: evaluation,
    deeds: { findEvaluation: context => evaluation.findEvaluation(context, campaignId) },
  },
  packing: {
    exports: packing,
    deeds: { makePack: context => packing.makePack(context, campaignId) },
  },
  papers: {
    exports: papers,
    deeds: {
      makePaper: context => papers.makePaper(context, campaignId, 'report'),
      findReport: context => papers.findReport(context, campaignId),
      findTally: context => papers.findTally(context, campaignId),
    },
  },
  rules: {
    exports: rules,
    deeds: {
      confirmRule: context => rules.confirmRule(context, confirmation),
      findConfirmFaults: context => rules.findConfirmFaults(context, confirmation),
    },
  },
  audit: { exports: audit, deeds: {} },
}

/** What is exported and is no deed of a person at a place, with what it is instead. */
const elsewhere: { readonly [name: string]: string } = {
  ...dossierElsewhere,
  'packing.findPackable': 'asked by the command, which has the database itself',
  'packing.makePackAsSystem': 'asked by the command, which has the database itself',
  'packing.packOf': 'after the question of makePack',
  'results.readClosed': 'after the question of whoever asks',
  'accounts.addAccount': 'part of a change whose place was asked before',
  'accounts.permitOnAreas': 'the question itself',
  'accounts.permitRoleAt': 'the question itself',
  'accounts.needsFirstAdministrator': 'asked by the start',
  'accounts.createFirstAdministrator': 'by the token of the console',
  'accountsManaged.managedRoles': 'reads the table of permissions',
  'accountsManaged.permitManaging': 'the question itself',
  'accountsManaged.findAnothers': 'the question itself',
  'accountsManaged.keepAnAdministrator': 'part of a change whose place was asked before',
  'accountsManaged.findAccounts': 'a list that ends at the borders of the own areas',
  'invitations.findInvitations': 'a list that ends at the borders of the own areas',
  'invitations.openInvitation': 'by the token of the link',
  'invitations.acceptInvitation': 'by the token of the link',
  'areas.cleanName': 'no deed',
  'areas.addProvince': 'part of the set-up',
  'areas.addArea': 'part of a change whose place was asked before',
  'areas.findAreas': 'a list that ends at the borders of the own areas',
  'areasTree.permitKeepingAreas': 'the question itself',
  'campaigns.permitOnCampaign': 'the question itself',
  'campaigns.permitOnCommune': 'the question itself',
  'campaigns.checkChoices': 'no deed',
  'campaigns.campaignKeyOf': 'no deed',
  'campaigns.findCampaigns': 'a list that ends at the borders of the own areas',
  'campaigns.keyFault': 'no deed',
  'slots.findDoor': 'a resident’s, by the household’s code',
  'slots.permitOnVillage': 'the question itself',
  'ballots.answerByCode': 'a resident’s, by the household’s code',
  'closing.destroySpentKeys': 'asked by the start',
  'planEdit.changePlan': 'the question itself',
  'planView.campaignTimetable': 'no deed',
  'posting.versionOf': 'no deed',
  'notices.findPosted': 'everybody’s',
  'results.findPublicResults': 'everybody’s',
  'results.findPublicCampaigns': 'everybody’s',
  'results.compareCampaigns': 'everybody’s',
  'rules.currentRules': 'no deed',
  'rules.findCurrentRules': 'no deed',
  'rules.findRulePacks': 'the country’s rules, read by every cadre',
  'rules.findRulesHistory': 'the country’s rules, read by every cadre',
  'sheets.sheetFormSchema': 'no deed',
  'audit.verifyAudit': 'a command of the operator',
}

const refusals = async (): Promise<number> => {
  const { rows } = await world.database.pool.query(
    `select count(*)::int as n from audit_event where kind = 'deed.refused'`,
  )
  return rows[0].n
}

const refused = async (deed: Deeds[string], person: Person | null): Promise<boolean> => {
  const outcome = (await deed(world.as(person))) as { readonly error?: string }
  return outcome.error === 'forbidden'
}

test('what the deeds are done to is there', () => {
  expect([round.ok, invited.ok, dossier.ok]).toEqual([true, true, true])
})

for (const [service, { exports, deeds }] of Object.entries(table))
  describe(service, () => {
    test('has every deed in the table', () => {
      const functions = Object.entries(exports).flatMap(([name, value]) =>
        typeof value === 'function' && !(`${service}.${name}` in elsewhere) ? [name] : [],
      )
      expect(functions.sort()).toEqual(Object.keys(deeds).sort())
    })

    test.each(Object.entries(deeds))(
      '%s: Minh of another commune and a stranger are refused, with a trace',
      async (_, deed) => {
        for (const person of [people.minh, null]) {
          const before = await refusals()
          expect(await refused(deed, person)).toBe(true)
          expect(await refusals()).toBe(before + 1)
        }
      },
    )
  })

const deedsOf = (...services: readonly string[]) =>
  services.flatMap(service => Object.entries(table[service]?.deeds ?? {}))

describe('the people’s committee, whose work is judged', () => {
  test.each(
    deedsOf(
      'cancelling',
      'planEdit',
      'planTeams',
      'opening',
      'slots',
      'ballots',
      'sheets',
      'closing',
      'reopening',
      'closingDesk',
      'posting',
      'postingOpinions',
      'watching',
      'watchingDesk',
      'signs',
      'callbacks',
      'exported',
      'auditLog',
      'auditExport',
      'verification',
      'verificationComments',
      'verificationSigning',
      'dossierLists',
      'wordings',
    ),
  )('%s: is refused in its own commune', async (_, deed) => {
    expect(await refused(deed, people.binh)).toBe(true)
  })
})

describe('the administrator, who keeps accounts', () => {
  test.each(
    deedsOf(
      'campaigns',
      'cancelling',
      'plan',
      'planView',
      'planEdit',
      'planTeams',
      'planPaper',
      'opening',
      'register',
      'slots',
      'ballots',
      'sheets',
      'closing',
      'reopening',
      'closingDesk',
      'posting',
      'postingOpinions',
      'minutes',
      'notices',
      'watching',
      'watchingDesk',
      'signs',
      'callbacks',
      'results',
      'evaluation',
      'packing',
      'papers',
      'rules',
      ...Object.keys(dossierDeeds({ campaignId, dossierId: '' })),
      'verificationComments',
    ),
  )('%s: neither touches nor reads answers', async (_, deed) => {
    expect(await refused(deed, people.admin)).toBe(true)
  })
})
