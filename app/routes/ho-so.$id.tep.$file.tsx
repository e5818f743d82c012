import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { readDossierFile } from '#app/services/dossier-files.server.ts'

/** A file of a dossier as it was sent, always as a download. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { id = '', file = '' } = args.params
  const place = { dossierId: id, fileId: file }
  return sendPaper(orRefusal(args.request, await readDossierFile(await signedIn(args), place)))
}
