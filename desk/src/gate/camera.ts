// Codes by camera, where the browser can read them.
interface Detector {
    detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type MakeDetector = new (options: { formats: string[] }) => Detector;

const look_every_ms = 150;
const same_again_ms = 4000;

export const has_camera = (): boolean =>
    "BarcodeDetector" in globalThis && typeof navigator.mediaDevices?.getUserMedia === "function";

/** Shows the camera in `video` and tells each code once while it is held there. Answers how to stop; throws when nobody
 *  allows it. */
export async function watch(video: HTMLVideoElement, tell: (code: string) => void): Promise<() => void> {
    const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector: MakeDetector };
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    let last = "";
    let seen_at = 0;
    const timer = setInterval(async () => {
        const [found] = await detector.detect(video).catch(() => []);
        if (!found) return;
        const is_same = found.rawValue === last && Date.now() - seen_at < same_again_ms;
        last = found.rawValue;
        seen_at = Date.now();
        if (!is_same) tell(found.rawValue);
    }, look_every_ms);
    return () => {
        clearInterval(timer);
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
    };
}
