// Anyone may try to set an organisation up: the code decides, not who they are.

export function canSetUp(): boolean {
  return true
}
