// Codes by camera, where the browser can read them.
interface Detector {
    detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type MakeDetector = new (options: { formats: string[] }) => Detector;

const look_every_ms = 150;
const same_again_ms = 4000;

export const has_camera = (): boolean =>
    "BarcodeDetector" in globalThis && typeof navigator.mediaDevices?.getUserMedia === "function";

/** Shows the camera in `video` and tells each code once while it is held there, until `ended`; throws when nobody
 *  allows it. */
export async function watch(video: HTMLVideoElement, tell: (code: string) => void, ended: AbortSignal) {
    const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector: MakeDetector };
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = () => {
        clearInterval(timer);
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
    };
    // Somebody may think better of it while the browser asks and the camera starts.
    if (ended.aborted) return stop();
    ended.addEventListener("abort", stop);
    video.srcObject = stream;
    await video.play();
    if (ended.aborted) return;
    let last = "";
    let seen_at = 0;
    timer = setInterval(async () => {
        const [found] = await detector.detect(video).catch(() => []);
        if (!found || ended.aborted) return;
        const is_same = found.rawValue === last && Date.now() - seen_at < same_again_ms;
        last = found.rawValue;
        seen_at = Date.now();
        if (!is_same) tell(found.rawValue);
    }, look_every_ms);
}
