package dev.latchkey.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names a browser by its User-Agent (RFC 9110 section 10.1.5), so that people recognise theirs. Nothing is decided by it.
 * Browsers also name those that they are compatible with, so the most specific come first.
 */
public final class UserAgentLabel {

    private record Mark(String token, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Mac OS X", "macOS"),
            new Mark("Linux", "Linux"));

    private UserAgentLabel() {}

    /**
     * Such as {@code Firefox on Windows}; unknown parts are called unknown. A web view within an app names the system but no
     * browser.
     */
    public static String named(@Nullable String userAgent) {
        if (userAgent == null) {
            return "unknown";
        }
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (browser == null) {
            return system == null ? "unknown" : system + " (browser unknown)";
        }
        return system == null ? browser : browser + " on " + system;
    }

    private static @Nullable String first(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.token()))
                .map(Mark::name)
                .findFirst()
                .orElse(null);
    }
}
