// Devices in the browser: the list for administrators, and taking one out of use.
import { type Asked, type Sending, useAsked, useSending } from '../../web/asking.ts'
import { type Device, deviceList, deviceRevoke } from './contract.ts'

export function useDevices(): Asked<{ devices: readonly Device[] }> {
  return useAsked(deviceList, {})
}

export function useRevoking(): Sending<{ deviceId: string }, object> {
  return useSending(deviceRevoke)
}
