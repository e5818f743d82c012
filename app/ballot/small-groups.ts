import type { Channel } from './ballot.ts'

/** Fewest ballots of one village and means that keep their means after closing (invariant 3). */
export const smallestGroup = 5

type Grouped = { readonly villageId: string; readonly channel: Channel | null }

const groupsOf = <T extends Grouped>(ballots: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<Channel | null, T[]>()
  for (const ballot of ballots) groups.set(ballot.channel, [...(groups.get(ballot.channel) ?? []), ballot])
  return [...groups.values()].sort((a, b) => a.length - b.length)
}

/**
 * One village: groups under five lose their means. What lost it must itself be five or more (or everything), since
 * participation still tells how many came by each means: else the next smallest group goes with it.
 */
const dropInVillage = <T extends Grouped>(ballots: readonly T[]): readonly T[] => {
  let nameless = 0
  return groupsOf(ballots).flatMap(group => {
    const keeps = group.length >= smallestGroup && (nameless === 0 || nameless >= smallestGroup)
    if (keeps) return group
    nameless += group.length
    return group.map(ballot => ({ ...ballot, channel: null }))
  })
}

/** Takes the means off the ballots of small groups, village by village. */
export const dropSmallGroups = <T extends Grouped>(ballots: readonly T[]): readonly T[] => {
  const villages = new Map<string, T[]>()
  for (const ballot of ballots) {
    const village = villages.get(ballot.villageId)
    if (village) village.push(ballot)
    else villages.set(ballot.villageId, [ballot])
  }
  return [...villages.values()].flatMap(dropInVillage)
}

type Shown = Grouped & { readonly language: string | null }

const shownTogether = <T extends Shown>(ballots: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>()
  for (const ballot of ballots) {
    const place = `${ballot.villageId}|${ballot.channel}`
    groups.set(place, [...(groups.get(place) ?? []), ballot])
  }
  return [...groups.values()]
}

/** One village and means. What lost its language must itself be five or more, or else the next smallest group goes with it. */
const dropLanguagesIn = <T extends Shown>(ballots: readonly T[]): readonly T[] => {
  const unknown = ballots.filter(ballot => ballot.language === null)
  const groups = new Map<string, T[]>()
  for (const ballot of ballots)
    if (ballot.language !== null)
      groups.set(ballot.language, [...(groups.get(ballot.language) ?? []), ballot])
  let dropped = 0
  const kept = [...groups.values()]
    .sort((a, b) => a.length - b.length)
    .flatMap((group): readonly T[] => {
      if (group.length >= smallestGroup && (dropped === 0 || dropped >= smallestGroup)) return group
      dropped += group.length
      return group.map(ballot => ({ ...ballot, language: null }))
    })
  return [...unknown, ...kept]
}

/**
 * Takes the language shown off ballots where fewer than five of one village and means share it: the only household of a
 * village that reads a language would be known by it. Asked after `dropSmallGroups`.
 */
export const dropSmallLanguages = <T extends Shown>(ballots: readonly T[]): readonly T[] =>
  shownTogether(ballots).flatMap(dropLanguagesIn)
