// Cropping: edges stay in their order and in the picture; what is kept is small and never enlarged.
import { describe, expect, it } from 'vitest'
import { keptSize, nearestEdge, wholePicture, withEdge } from './client.ts'

describe('an edge', () => {
  it('stays in the picture and on its side of the opposite one', () => {
    expect(withEdge(wholePicture, 'left', -1)).toEqual(wholePicture)
    expect(withEdge(wholePicture, 'left', 0.25)).toEqual({ ...wholePicture, left: 0.25 })
    expect(withEdge({ ...wholePicture, right: 0.5 }, 'left', 0.9).left).toBeCloseTo(0.4)
    expect(withEdge({ ...wholePicture, top: 0.5 }, 'bottom', 0).bottom).toBeCloseTo(0.6)
  })
  it('is the nearest one to where a finger comes down', () => {
    expect(nearestEdge(wholePicture, 0.1, 0.5)).toBe('left')
    expect(nearestEdge(wholePicture, 0.5, 0.9)).toBe('bottom')
    expect(nearestEdge({ ...wholePicture, right: 0.4 }, 0.3, 0.5)).toBe('right')
  })
})

it('what is kept has at most 1,600 pixels a side and is never enlarged', () => {
  expect(keptSize(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(keptSize(300, 4000)).toEqual({ width: 120, height: 1600 })
  expect(keptSize(640, 480)).toEqual({ width: 640, height: 480 })
})
