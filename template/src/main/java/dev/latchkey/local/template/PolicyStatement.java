package dev.latchkey.local.template;

import java.util.List;
import java.util.Map;

/**
 * One statement of a function's policies, its values worked out.
 *
 * @param where it stands, for whoever has to find it
 * @param allows what it is about; else it denies it
 * @param conditions the values by operator and key; all must hold
 */
public record PolicyStatement(
        String where,
        boolean allows,
        List<String> actions,
        List<String> resources,
        Map<String, Map<String, List<String>>> conditions) {}
