/** Builds the product when its sources changed; what `npm start` does before it starts. */
import { ready } from './ready.mjs'

ready({ build: true, quiet: true })
