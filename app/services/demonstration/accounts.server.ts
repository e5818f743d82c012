import type { Area } from '#app/account/area.ts'
import type { Person, Role } from '#app/account/person.ts'
import { alphabet, groupCode } from '#app/basics/readable-code.ts'
import { createAccount, createFirstAdministrator } from '../accounts.server.ts'
import { createCommune, createVillages, findAreas } from '../areas.server.ts'
import type { Context, System } from '../context.server.ts'
import { accounts, administrator, communes, type MadeUpAccount, province } from './places.server.ts'
import { must } from './stage.server.ts'

/** An account anybody may sign in with, since everything it sees is made up. */
export type DemonstrationAccount = {
  readonly user: string
  readonly password: string
  readonly role: Role
}

type Peopled = {
  readonly people: ReadonlyMap<string, Person>
  readonly accounts: readonly DemonstrationAccount[]
}

/** Ten characters of five random bits each, easy to type: `k7m3p-x9qrt`. */
const newPassword = (system: System): string =>
  groupCode(Array.from(system.random(10), byte => alphabet.charAt(byte & 31)).join('')).toLowerCase()

const beginWithAdministrator = async (system: System, password: string): Promise<Person> => {
  const token = Buffer.from(system.random(16)).toString('base64url')
  const context: Context = { ...system, setupToken: token, person: null }
  const id = must(await createFirstAdministrator(context, { ...administrator, password, token, province }))
  return { ...administrator, id, areas: [province.code] }
}

const addPlaces = async (context: Context): Promise<readonly Area[]> => {
  for (const { code, name, villages } of Object.values(communes)) {
    must(await createCommune(context, { provinceId: province.code, code, name }))
    must(await createVillages(context, { communeId: code, names: villages.map(([village]) => village) }))
  }
  return findAreas(context, 'village')
}

const areasOf = ({ commune, villages }: MadeUpAccount, known: readonly Area[]) => {
  if (!commune) return [{ id: province.code, path: province.code }]
  const path = `${province.code}/${commune}`
  if (!villages) return [{ id: commune, path }]
  return known.filter(area => area.path.startsWith(`${path}/`) && villages.includes(area.name))
}

const addAccount = async (
  context: Context,
  account: MadeUpAccount,
  { known, password }: { readonly known: readonly Area[]; readonly password: string },
): Promise<Person> => {
  const { username, name, role } = account
  const areas = areasOf(account, known)
  const areaIds = areas.map(area => area.id)
  const id = must(await createAccount(context, { username, name, role, password, areaIds }))
  return { id, username, name, role, areas: areas.map(area => area.path) }
}

/** Sets the province up as any installation is: the first administrator by token, who adds areas and accounts. */
export const peopleProvince = async (system: System): Promise<Peopled> => {
  const withPasswords = [administrator, ...accounts].map(account => ({
    account,
    password: newPassword(system),
  }))
  const [first, ...others] = withPasswords
  const admin = await beginWithAdministrator(system, first?.password ?? '')
  const context: Context = { ...system, person: admin }
  const known = await addPlaces(context)
  const people = [admin]
  for (const { account, password } of others)
    people.push(await addAccount(context, account, { known, password }))
  return {
    people: new Map(people.map(person => [person.username, person])),
    accounts: withPasswords.map(({ account, password }) => ({
      user: account.username,
      password,
      role: account.role,
    })),
  }
}
