namespace Tocsin.Language;

/// <summary>A model file is missing, damaged or of another version. The message names the path and the reason.</summary>
public sealed class ModelException(string message, Exception? cause = null) : Exception(message, cause);
