// Prints the path of the Node that runs Evident: this one when it is new enough, else the one that came with the packages. Plain JavaScript, for any Node.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const wanted = 24
const packages = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
const brought = packages.map((name) => join(import.meta.dirname, '../node_modules', name, 'bin/node'))
const isEnough = Number(process.versions.node.split('.')[0]) >= wanted
const path = brought.find((place) => existsSync(place)) ?? (isEnough ? process.execPath : undefined)

if (path === undefined) {
  console.error(`node: this is Node ${process.versions.node}, and the Node ${wanted} that Evident brings is not installed.`)
  console.error('Run “npm ci” without leaving out optional packages, or start with a newer Node.')
  process.exit(1)
}
console.log(path)
