// A low tone for a wrong scan and a short high one for a right one, for those who look at the goods and not at the
// screen. Off until somebody wants it; kept in this browser, because it is a matter of the place.
const key = "commis.pack_sound";
let audio: AudioContext | undefined;

export const wants_sound = (): boolean => localStorage.getItem(key) === "on";
export const keep_sound = (on: boolean) => localStorage.setItem(key, on ? "on" : "off");

export function beep(is_right: boolean) {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.15;
    tone.type = is_right ? "sine" : "square";
    tone.frequency.value = is_right ? 1320 : 220;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + (is_right ? 0.07 : 0.45));
}
