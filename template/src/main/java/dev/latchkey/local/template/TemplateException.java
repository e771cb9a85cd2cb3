package dev.latchkey.local.template;

/**
 * The template says something that cannot be, or something this reader does not know. The message names it and is
 * shown as it is.
 */
public final class TemplateException extends RuntimeException {

    public TemplateException(String message) {
        super("template.yaml: " + message);
    }

    public TemplateException(String message, Throwable cause) {
        super("template.yaml: " + message, cause);
    }
}
