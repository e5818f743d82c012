import { readPage } from '#app/basics/paging.ts'
import type { AreaQuestion } from '#app/services/areas-tree.server.ts'

/** Reads `?tim=…&cu=1&trang=…` of the tree of areas. */
export const readAreaQuestion = (request: Request): AreaQuestion => {
  const query = new URL(request.url).searchParams
  return {
    search: (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80),
    withEnded: query.get('cu') === '1',
    page: readPage(query.get('trang')),
  }
}

/** Where the parts of an area are kept: a commune's villages on its page, communes in the tree. */
export const pageOfParent = (parent: { readonly id: string; readonly kind: string } | null): string =>
  parent?.kind === 'commune' ? `/quan-tri/xa/${encodeURIComponent(parent.id)}` : '/quan-tri/dia-ban'
