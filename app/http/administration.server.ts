import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { type AreaPath, liesWithin } from '#app/account/area.ts'
import { type Deed, mayEver } from '#app/account/permission.ts'
import { type Person, roles, rolesAt } from '#app/account/person.ts'
import { readPage } from '#app/basics/paging.ts'
import { type AccountQuestion, managedRoles } from '#app/services/accounts-managed.server.ts'
import { findAreas } from '#app/services/areas.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { signedIn } from './access.server.ts'
import { problem } from './problems.server.ts'

type SignedIn = Context & { readonly person: Person }

/** Somebody signed in whose role has this deed somewhere; the services ask again at the place. */
export const requireDeed = async (
  args: LoaderFunctionArgs | ActionFunctionArgs,
  deed: Deed,
): Promise<SignedIn> => {
  const context = await signedIn(args)
  return mayEver(context.person, deed) ? context : problem('forbidden')
}

const things = [
  'xa',
  'thon',
  'tai-khoan',
  'khoa',
  'mo-lai',
  'doi-quyen',
  'thu-hoi',
  'doi-ten',
  'ket-thuc',
  'nhap-dia-ban',
] as const

/** What a redirect says has just been done. */
export type SavedThing = (typeof things)[number]

/** Reads what a redirect says has just been done, or null. */
export const readSaved = (request: Request): SavedThing | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}

const name = z.string().trim().normalize('NFC').min(1, 'name-missing').max(200, 'text-too-long')
const role = z.enum(roles, 'role-missing')

/** Shape of the form that makes an account; its areas are read apart. */
export const accountFormSchema = z.object({
  name,
  username: z.string().max(200, 'text-too-long'),
  role,
  password: z.string().max(1000, 'text-too-long'),
})

/** Shape of the form that invites somebody; the areas are read apart. */
export const invitationFormSchema = z.object({ name, role })

/** Shape of the form that changes an account's rights; the areas are read apart. */
export const rightsFormSchema = z.object({ role })

const areaPrefix = 'area.'

/** The areas ticked in a form. */
export const readAreaIds = (texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(texts).flatMap(field => (field.startsWith(areaPrefix) ? [field.slice(areaPrefix.length)] : []))

/** Which box each refusal of a new account or invitation is about; any other ends in a page of its own. */
export const accountBoxes: { readonly [code: string]: string } = {
  'name-missing': 'name',
  'username-taken': 'username',
  'username-unreadable': 'username',
  'password-too-short': 'password',
  'area-unknown': 'areas',
  'role-not-here': 'role',
  'nothing-changed': 'role',
}

const standings: { readonly [word: string]: boolean | null } = {
  'dang-dung': false,
  'da-khoa': true,
  'tat-ca': null,
}

/** Reads `?tim=…&tinh-trang=…&trang=…` of the list of accounts. */
export const readAccountQuestion = (
  request: Request,
): {
  readonly question: AccountQuestion
  readonly typed: { readonly search: string; readonly standing: string }
} => {
  const query = new URL(request.url).searchParams
  const search = (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)
  const asked = query.get('tinh-trang') ?? ''
  const standing = Object.hasOwn(standings, asked) ? asked : 'dang-dung'
  return {
    typed: { search, standing },
    question: { search, disabled: standings[standing] ?? null, page: readPage(query.get('trang')) },
  }
}

const pick = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name })

const onlyOf = ([only, ...more]: readonly { readonly id: string }[]): string | null =>
  only && more.length === 0 ? only.id : null

/** The place to which an account's areas belong: the province, or the commune of the first. */
export const placeOfAccount = ([first = '']: readonly AreaPath[]): string | null => {
  const [province, commune] = first.split('/')
  return commune ?? province ?? null
}

/**
 * First where an account belongs, then the account: a province has more villages than a form can hold. Who looks after one
 * place alone is not asked; where an account has its areas already (`usual`), that place comes first.
 */
export const findPlaces = async (context: SignedIn, request: Request, usual: string | null = null) => {
  const places = [...(await findAreas(context, 'province')), ...(await findAreas(context, 'commune'))]
  const asked = new URL(request.url).searchParams.get('noi') ?? usual ?? onlyOf(places)
  const place = places.find(one => one.id === asked) ?? null
  const villages = place?.kind === 'commune' ? await findAreas(context, 'village') : []
  const managed = managedRoles(context.person)
  return {
    places: places.map(pick),
    place: place && { ...pick(place), kind: place.kind },
    villages: villages.filter(one => place && liesWithin(one.path, place.path)).map(pick),
    roles: place ? rolesAt[place.kind].filter(one => managed.includes(one)) : [],
  }
}
