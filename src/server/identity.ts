// Sign-in: the one file that knows the sign-in library. It owns accounts and sessions; organisations, people and roles are ours.
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import pg from 'pg'
import * as z from 'zod'
import { newId } from '../core/ids.ts'
import { hashPassword, isPassword } from './passwords.ts'

/** The header under which `server/http` hands the client's address to the rate limits; one that a client sends is overwritten. */
export const addressHeader = 'x-evident-address'

/** An account that is signed in. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  /** The device whose PIN opened the session; undefined after a full sign-in. */
  readonly byDevice?: string
}

export interface Identity {
  /** Answers the library's own routes under `/api/auth`. */
  answer(request: Request): Promise<Response>
  /** The user whose session cookie these headers bring, if it is in force. */
  findUser(headers: Headers): Promise<User | undefined>
  /** Opens a session for a user who proved who they are by a PIN on their device: the `set-cookie` to send. */
  openSession(userId: string, deviceId: string): Promise<string>
  close(): Promise<void>
}

interface IdentityOptions {
  readonly connection: string | pg.PoolConfig
  readonly secret: string
  readonly origin: string
  readonly trustedOrigins?: readonly string[]
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
const hours = 60 * 60

/** The routes of the library that are ours to offer; all others answer 404. */
export const identityRoutes: readonly string[] = [
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/revoke-sessions',
  '/api/auth/change-password',
]

const openSessionPlugin = {
  id: 'evident',
  endpoints: {
    evidentOpenSession: createAuthEndpoint(
      '/evident/open-session',
      { method: 'POST', body: z.object({ userId: z.string(), deviceId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (context) => {
        const { userId, deviceId } = context.body
        const user = await context.context.internalAdapter.findUserById(userId)
        if (user === null) throw context.error('UNAUTHORIZED')
        const session = await context.context.internalAdapter.createSession(user.id, false, { deviceId })
        await setSessionCookie(context, { session, user })
        return context.json({})
      },
    ),
  },
}

/** The library's words for tables and columns, and ours. */
const models = {
  user: { modelName: 'users', fields: { ...times, emailVerified: 'email_verified' } },
  session: {
    modelName: 'sessions',
    fields: { ...times, userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
    additionalFields: { deviceId: { type: 'string', required: false, input: false, fieldName: 'device_id' } },
    // A working day; a device that has been offline all day still finds its session in the evening.
    expiresIn: 14 * hours,
    updateAge: hours,
  },
  account: {
    modelName: 'accounts',
    fields: {
      ...times,
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'verifications', fields: { ...times, expiresAt: 'expires_at' } },
} as const

/** Builds sign-in over the tables of schema `auth`, with connections of its own. */
export function createIdentity({ connection, secret, origin, trustedOrigins = [] }: IdentityOptions): Identity {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({ ...config, max: 4, options: '-c search_path=auth' })
  pool.on('error', () => undefined)
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: origin,
    basePath: '/api/auth',
    trustedOrigins: [...trustedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: ({ password, hash }) => isPassword(password, hash) },
    },
    ...models,
    // Guessing is limited by `sign-in-limit.ts`, by account; this is only a lid on load from one address.
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { '/sign-in/email': { window: 60, max: 300 } } },
    plugins: [openSessionPlugin],
    advanced: {
      useSecureCookies: false,
      cookiePrefix: '__Host-evident',
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  })
  return {
    answer: (request) => auth.handler(request),
    findUser: async (headers) => {
      const found = await auth.api.getSession({ headers })
      if (found === null) return undefined
      const { id, name, email } = found.user
      const { deviceId } = found.session
      return { id, name, email, ...(deviceId === null || deviceId === undefined ? {} : { byDevice: deviceId }) }
    },
    openSession: async (userId, deviceId) => {
      const { headers } = await auth.api.evidentOpenSession({ body: { userId, deviceId }, returnHeaders: true })
      return headers.get('set-cookie') ?? ''
    },
    close: () => pool.end(),
  }
}
