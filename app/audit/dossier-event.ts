/** What happens to dossiers of recognition: papers and files by name, files by hash. */
export type DossierEvent =
  | {
      readonly kind: 'dossier.list-edited'
      readonly title: string
      readonly version: number
      readonly papers: number
    }
  | {
      readonly kind: 'dossier.opened'
      readonly commune: string
      readonly title: string
      readonly year: string
      readonly papers: number
    }
  /** A later list of the province in place of the copy; papers left over hold files and stay. */
  | {
      readonly kind: 'dossier.list-taken-over'
      readonly dossier: string
      readonly version: number
      readonly added: number
      readonly removed: number
    }
  | {
      readonly kind: 'dossier.file-added'
      readonly dossier: string
      readonly paper: string
      readonly file: string
      readonly sha256: string
    }
  | {
      readonly kind: 'dossier.file-replaced'
      readonly dossier: string
      readonly paper: string
      readonly file: string
      readonly sha256: string
      readonly replaced: string
    }
  | {
      readonly kind: 'dossier.file-deleted'
      readonly dossier: string
      readonly paper: string
      readonly file: string
      readonly sha256: string
      readonly reason: string
    }
  | {
      readonly kind: 'dossier.paper-excused'
      readonly dossier: string
      readonly paper: string
      readonly reason: string
    }
  | { readonly kind: 'dossier.paper-asked-for'; readonly dossier: string; readonly paper: string }
  | { readonly kind: 'dossier.set-downloaded'; readonly dossier: string; readonly files: number }
  | {
      readonly kind: 'dossier.submitted'
      readonly dossier: string
      readonly on: string
      readonly files: number
    }
  | { readonly kind: 'campaign.filed'; readonly version: number; readonly dossier: string }
