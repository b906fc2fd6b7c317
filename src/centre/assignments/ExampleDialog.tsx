// An example from one's own school record: only the sentence that arrived, without names, with its reference. Never more of the record.
import { Trans } from '@lingui/react/macro'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { EmptyState } from '../../web/ui/Notice.tsx'
import styles from './ExampleDialog.module.css'

/** A sentence that a school sent, as an item of the portfolio. */
export interface ArrivedExample {
  readonly evidenceId: string
  readonly reference: string
  readonly sentence: string
}

interface ExampleDialogProps {
  readonly examples: readonly ArrivedExample[]
  readonly onChoose: (example: ArrivedExample) => void
  readonly onClose: () => void
}

export function ExampleDialog({ examples, onChoose, onClose }: ExampleDialogProps) {
  const choose = ({ evidenceId, reference, sentence }: ArrivedExample) => {
    onClose()
    setTimeout(() => onChoose({ evidenceId, reference, sentence }))
  }
  return (
    <Dialog isOpen title={<Trans>An example from my school</Trans>} onClose={onClose}>
      {examples.length === 0 ? (
        <EmptyState title={<Trans>Nothing has arrived from your school yet</Trans>}>
          <Trans>Offer a record as evidence at your school. Its sentence, without names, can then stand here.</Trans>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {examples.map((example) => (
            <li key={example.evidenceId} className={styles.example}>
              <b>{example.reference}</b>
              <p>{example.sentence}</p>
              <Button size="small" onPress={() => choose(example)}>
                <Trans>Put {example.reference} into the text</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
