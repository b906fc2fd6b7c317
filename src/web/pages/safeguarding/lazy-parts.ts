// The form of a school's contacts is fetched by those who fill it in: a file shared with capture may have nothing of the application in it.
import { part } from '../../ui/part.tsx'

export const ContactsForm = part(async () => (await import('../../../school/safeguarding/ContactsForm.tsx')).ContactsForm)
