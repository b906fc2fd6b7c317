// What an example shows: its drawing, its words.
import { DrawingPicture } from '../../web/ui/Drawing.tsx'
import type { GoalExample } from './contract.ts'
import styles from './ExamplePicture.module.css'

export function ExamplePicture({ example, label }: { readonly example: GoalExample; readonly label: string }) {
  return (
    <div className={styles.shows}>
      {example.drawing !== null && <DrawingPicture drawing={example.drawing} label={label} />}
      {example.words !== null && <p className={styles.words}>{example.words}</p>}
    </div>
  )
}
