import { sha256 } from '@noble/hashes/sha2.js'
import { inflateSync, unzipSync } from 'fflate'
// One printing of figures for papers and for whoever checks them; it needs nothing of a server.
import { printPhrase } from '#app/documents/print.server.ts'
import type { VerifyTools } from '#app/dossier/verify-pack.ts'

/** An office file of ours unpacks to a few megabytes. */
const largestPaper = 64 * 1024 * 1024

const openOffice = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null => {
  let room = largestPaper
  try {
    const fits = ({ originalSize }: { readonly originalSize: number }): boolean => {
      room -= originalSize
      return room >= 0
    }
    return new Map(Object.entries(unzipSync(bytes, { filter: fits })))
  } catch {
    return null
  }
}

/** What checking a pack needs, the same on the command line and in a page opened from a file. */
export const verifyTools: VerifyTools = {
  sha256,
  inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }),
  openOffice,
  print: printPhrase,
}
