package dev.parley.adapters.rest.legacy.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats a number from JSON as Python's {@code str()} does. */
public final class PythonNumber {

    /** Python uses scientific notation outside these exponents. */
    public static final int MIN_PLAIN_EXPONENT = -4;

    public static final int MAX_PLAIN_EXPONENT = 15;

    private PythonNumber() {}

    /** @param literal a JSON integer of any length */
    public static String ofInteger(String literal) {
        return literal.equals("-0") ? "0" : literal;
    }

    /** @param literal a JSON number with a fraction or an exponent */
    public static String ofFloat(String literal) {
        return repr(Double.parseDouble(literal));
    }

    private static String repr(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        return sign + (value == 0 ? "0.0" : written(shortest(Math.abs(value))));
    }

    /** The shortest decimal for this double. {@code Double.toString} always has at least two digits. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal rounded = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return rounded.doubleValue() == value ? rounded.stripTrailingZeros() : decimal;
    }

    private static String written(BigDecimal decimal) {
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        return exponent < MIN_PLAIN_EXPONENT || exponent > MAX_PLAIN_EXPONENT
                ? scientific(digits, exponent)
                : plain(decimal);
    }

    private static String plain(BigDecimal decimal) {
        String text = decimal.toPlainString();
        return decimal.scale() > 0 ? text : text + ".0";
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String magnitude = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + magnitude;
    }
}
