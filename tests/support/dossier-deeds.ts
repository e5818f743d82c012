import type { Day } from '#app/basics/day.ts'
import type { WordingText } from '#app/dossier/paper-wording.ts'
import * as auditExport from '#app/services/audit-export.server.ts'
import * as auditLog from '#app/services/audit-log.server.ts'
import type { Context } from '#app/services/context.server.ts'
import * as dossierFiles from '#app/services/dossier-files.server.ts'
import * as dossierLists from '#app/services/dossier-lists.server.ts'
import * as dossierSet from '#app/services/dossier-set.server.ts'
import * as dossierSubmitting from '#app/services/dossier-submitting.server.ts'
import * as dossiers from '#app/services/dossiers.server.ts'
import * as exported from '#app/services/exports.server.ts'
import * as verification from '#app/services/verification.server.ts'
import * as verificationDesk from '#app/services/verification-desk.server.ts'
import * as verificationQueue from '#app/services/verification-queue.server.ts'
import * as verificationSigning from '#app/services/verification-signing.server.ts'
import * as wordings from '#app/services/wordings.server.ts'

export type Deeds = Readonly<Record<string, (context: Context) => Promise<unknown>>>

/** What a service exports, and its deeds at a place. */
export type DeedTable = { readonly [service: string]: { readonly exports: object; readonly deeds: Deeds } }

type Places = { readonly campaignId: string; readonly dossierId: string }

const everyLine = { person: '', from: null, to: null, group: null, below: null, language: 'vi' as const }
const slice = { page: 1, size: 20 }
const sent = { name: 'to-trinh.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }
const sendingBack = { summary: 'Của xã khác', deadline: '2026-04-20' as Day, reasons: [] }
const signing = { password: 'mat-khau-dai', code: '123456' }
const words: WordingText = {
  ...{ letterhead: null, symbol: null, place: null, opening: 'Lời của xã khác', closing: null },
  ...{ recipients: null, signer: null, signedBy: null },
}

/** Deeds on what comes after closing: verification, the dossier, the log, what is taken out. */
export const dossierDeeds = ({ campaignId, dossierId }: Places): DeedTable => {
  const paper = { dossierId, paperId: dossierId }
  const file = { dossierId, fileId: dossierId }
  const ballots = { title: null, year: null, campaignId }
  const ofRound = { ...everyLine, campaignId }
  return {
    auditLog: {
      exports: auditLog,
      deeds: { readAuditLog: context => auditLog.readAuditLog(context, ofRound) },
    },
    auditExport: {
      exports: auditExport,
      deeds: { exportAuditLog: context => auditExport.exportAuditLog(context, ofRound) },
    },
    exported: {
      exports: exported,
      deeds: {
        findExportDesk: context => exported.findExportDesk(context, ballots, slice),
        exportBallots: context => exported.exportBallots(context, ballots, 'csv'),
      },
    },
    dossiers: {
      exports: dossiers,
      deeds: {
        openDossier: context =>
          dossiers.openDossier(context, { communeId: '99001', title: 'commune-standard', year: 2027 }),
        findDossierDesk: context => dossiers.findDossierDesk(context, dossierId),
        takeListOver: context => dossiers.takeListOver(context, dossierId),
      },
    },
    dossierFiles: {
      exports: dossierFiles,
      deeds: {
        sendFile: context => dossierFiles.sendFile(context, paper, sent),
        replaceFile: context => dossierFiles.replaceFile(context, file, sent),
        deleteFile: context => dossierFiles.deleteFile(context, file, 'Của xã khác'),
        excusePaper: context => dossierFiles.excusePaper(context, paper, 'Của xã khác'),
        readDossierFile: context => dossierFiles.readDossierFile(context, file),
      },
    },
    dossierSet: {
      exports: dossierSet,
      deeds: { makeWholeSet: context => dossierSet.makeWholeSet(context, dossierId) },
    },
    dossierSubmitting: {
      exports: dossierSubmitting,
      deeds: {
        submitDossier: context =>
          dossierSubmitting.submitDossier(context, dossierId, { on: '2026-03-02' as Day, number: '' }),
      },
    },
    dossierLists: {
      exports: dossierLists,
      deeds: {
        findLists: context => dossierLists.findLists(context),
        findListDesk: context => dossierLists.findListDesk(context, 'commune-standard'),
        editList: context =>
          dossierLists.editList(
            context,
            { title: 'commune-standard', version: 0 },
            { kind: 'remove', key: 'x' },
          ),
      },
    },
    verification: {
      exports: verification,
      deeds: {
        returnDossier: context => verification.returnDossier(context, campaignId, sendingBack),
        resubmitDossier: context => verification.resubmitDossier(context, campaignId, 'Của xã khác'),
      },
    },
    verificationDesk: {
      exports: verificationDesk,
      deeds: {
        findVerification: context => verificationDesk.findVerification(context, campaignId),
        findVerificationAnswers: context => verificationDesk.findVerificationAnswers(context, campaignId),
        makeVerificationNote: context =>
          verificationDesk.makeVerificationNote(context, { campaignId, version: null }),
      },
    },
    verificationSigning: {
      exports: verificationSigning,
      deeds: {
        acceptDossier: context =>
          verificationSigning.acceptDossier(context, campaignId, {
            number: null,
            conclusion: 'Đủ điều kiện',
          }),
        signNote: context => verificationSigning.signNote(context, campaignId, signing),
      },
    },
    verificationQueue: { exports: verificationQueue, deeds: {} },
    wordings: {
      exports: wordings,
      deeds: {
        findWordings: context => wordings.findWordings(context),
        editWording: context => wordings.editWording(context, { paper: 'report', version: 0, text: words }),
      },
    },
  }
}

/** What these services export besides, with what it is instead of a deed of a person at a place. */
export const dossierElsewhere: { readonly [name: string]: string } = {
  'auditLog.permitReading': 'the question itself',
  'auditLog.readLines': 'after the question of whoever asks',
  'dossiers.permitOnDossier': 'the question itself',
  'dossiers.changeDossier': 'the question itself',
  'dossiers.dossierName': 'no deed',
  'dossiers.findDossiers': 'a list that ends at the borders of the own areas',
  'dossiers.findDossierCommunes': 'a list that ends at the borders of the own areas',
  'dossierLists.listOf': 'no deed',
  'dossierLists.provinceIdOf': 'no deed',
  'verification.permitVerifying': 'the question itself',
  'verification.lockVerified': 'part of a change whose place was asked before',
  'verification.findNotePosting': 'after the question of whoever asks',
  'verificationDesk.findNotes': 'after the question of whoever asks',
  'verificationQueue.findQueue': 'a list that ends at the borders of the own areas',
  'wordings.wordingsOf': 'no deed',
}
