// Sets light or dark, contrast and letters before the first paint; `settings.ts` writes what this reads (a test holds them together).
;(() => {
  const choices = { theme: ['light', 'dark'], contrast: ['more', 'standard'], font: ['spaced', 'dyslexic'] }
  try {
    const kept = JSON.parse(localStorage.getItem('evident-appearance') ?? '{}')
    for (const [name, values] of Object.entries(choices)) {
      if (values.includes(kept?.[name])) document.documentElement.dataset[name] = kept[name]
    }
  } catch {
    // A device that keeps nothing, or a text that is not ours: the page follows the system.
  }
})()
