package org.constancia.evidence.witness;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A QR code (ISO/IEC 18004) that was read back before anybody prints it.
///
/// In about 2 % of codes of this size chance draws something like a corner mark, and a scanner that is not told where
/// the code lies does not find it. Another mask draws the same content differently.
final class ScannableCode {
    private static final int MARGIN = 4;
    private static final int PIXELS = 4;

    private ScannableCode() {}

    /// The modules, true for black, with the quiet zone around them.
    ///
    /// @throws ConstanciaException `TOO_LARGE` when no code holds the content
    static boolean[][] of(String content) {
        BitMatrix usual = encode(content, Map.of());
        if (isReadAs(content, usual)) return modules(usual);
        return IntStream.range(0, QRCode.NUM_MASK_PATTERNS)
                .mapToObj(mask -> encode(content, Map.of(EncodeHintType.QR_MASK_PATTERN, mask)))
                .filter(code -> isReadAs(content, code))
                .findFirst()
                .map(ScannableCode::modules)
                .orElseGet(() -> modules(usual));
    }

    private static boolean[][] modules(BitMatrix code) {
        boolean[][] modules = new boolean[code.getHeight()][code.getWidth()];
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules[row].length; column++) {
                modules[row][column] = code.get(column, row);
            }
        }
        return modules;
    }

    private static BitMatrix encode(String content, Map<EncodeHintType, Object> more) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, MARGIN);
        hints.putAll(more);
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException tooLong) {
            throw new ConstanciaException(Problem.TOO_LARGE, "The checkpoint is too long for a QR code", tooLong);
        }
    }

    private static boolean isReadAs(String content, BitMatrix code) {
        int side = code.getWidth() * PIXELS;
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = code.get(i % side / PIXELS, i / side / PIXELS) ? 0 : 0xffffff;
        }
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels))))
                    .getText()
                    .equals(content);
        } catch (ReaderException notFound) {
            return false;
        }
    }
}
