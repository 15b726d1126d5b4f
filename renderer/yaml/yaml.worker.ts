// Language service for YAML by JSON Schema, off the main thread.
import 'monaco-yaml/yaml.worker.js';
