// Slows the guessing of passwords down without holding up a school whose staff all sign in from one address at half past eight.
import { OperationError } from '../core/errors.ts'
import { createLimiter } from './limiter.ts'

export interface SignInLimit {
  /**
   * Answers a request of the sign-in library. Of sign-ins, ten may fail in a minute for one account from one address, and a hundred from one
   * address for all accounts. Each is counted before it is answered, so that guesses at the same moment count too, and taken back when it was right.
   * @throws OperationError too_many
   */
  guard(request: Request, address: string, answer: () => Promise<Response>): Promise<Response>
}

export const failuresOfAccount = 10
export const failuresOfAddress = 100

export function createSignInLimit(): SignInLimit {
  const ofAccount = createLimiter(failuresOfAccount)
  const ofAddress = createLimiter(failuresOfAddress)
  return {
    guard: async (request, address, answer) => {
      if (!new URL(request.url).pathname.endsWith('/sign-in/email')) return answer()
      const account = `${address} ${await emailIn(request)}`
      if (!ofAddress.allows(address) || !ofAccount.allows(account)) throw new OperationError({ code: 'too_many' })
      const answered = await answer()
      if (answered.ok) {
        ofAddress.forgive(address)
        ofAccount.forgive(account)
      }
      return answered
    },
  }
}

/** The address that a sign-in is for, as accounts keep it; empty when it names none. */
async function emailIn(request: Request): Promise<string> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined)
  const email = body !== null && typeof body === 'object' && 'email' in body ? body.email : undefined
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 200) : ''
}
