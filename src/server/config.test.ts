// Settings: each has a default, and a bad one is refused by its name with a remedy.
import { describe, expect, it } from 'vitest'
import { describeConfig, readConfig, settings } from './config.ts'
import { SettingError } from './setting-error.ts'

describe('settings', () => {
  it('all have a default: an empty environment listens on this machine alone', () => {
    expect(readConfig({})).toMatchObject({
      port: 4040,
      host: '127.0.0.1',
      origin: 'http://localhost:4040',
      isDemo: false,
      databaseUrl: undefined,
      tls: undefined,
    })
  })
  it('that are set but empty count as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })
  it.each([
    [{ PORT: '80' }, 'http://localhost'],
    [{ EVIDENT_ORIGIN: 'https://evident.example.org:443/' }, 'https://evident.example.org'],
  ])('%j is the address as browsers write it', (environment, origin) => {
    expect(readConfig(environment).origin).toBe(origin)
  })
  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/evident'],
    ['EVIDENT_ORIGIN', 'evident.example.org'],
    ['EVIDENT_ORIGIN', 'https://example.org/evident'],
    ['EVIDENT_ORIGIN', 'https://user@example.org'],
    ['EVIDENT_TLS_CERT', '/nowhere/certificate.pem'],
    ['EVIDENT_DEMO', 'yes'],
    ['EVIDENT_LOG', 'loud'],
    ['EVIDENT_SECRET', 'short'],
  ])('%s=%s is refused by name, with a remedy', (name, value) => {
    const more = name === 'EVIDENT_TLS_CERT' ? { EVIDENT_TLS_KEY: '/nowhere/key.pem' } : {}
    try {
      readConfig({ [name]: value, ...more })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(SettingError)
      expect(error).toMatchObject({ setting: name })
      expect((error as SettingError).remedy.length).toBeGreaterThan(10)
    }
  })
  it('are listed with what is in force, without a password', () => {
    const text = describeConfig({ DATABASE_URL: 'postgres://evident:hidden@db.example.org/evident', EVIDENT_SECRET: 'x'.repeat(40) })
    for (const { name } of settings) expect(text).toContain(name)
    expect(text).toContain('postgres://evident:…@db.example.org/evident')
    expect(text).not.toMatch(/hidden@|xxxx/)
    for (const url of ['postgres://u@h/db?password=hidden', 'postgres://u:hid@den@h/db'])
      expect(describeConfig({ DATABASE_URL: url })).not.toMatch(/hid|den/)
  })
})
