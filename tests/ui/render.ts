import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Site, SiteProvider } from '#app/ui/site.tsx'

/** The markup a reader gets. */
export const render = (children: ReactNode, site: Partial<Site> = {}): string =>
  renderToStaticMarkup(
    createElement(SiteProvider, { site: { language: 'vi', demonstration: false, ...site }, children }),
  )

/** The first tag that holds this text among its attributes, or nothing. */
export const tagWith = (markup: string, attribute: string): string =>
  markup.match(/<[a-z][^>]*>/gi)?.find(tag => tag.includes(attribute)) ?? ''
