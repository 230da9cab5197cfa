// Typography: a scale of sizes relative to the user's own font; no sizes in pixels.
#pragma once

#include <QFont>

class QLabel;
class QString;
class QWidget;

namespace tunebench::ui {

enum class TextRole { Caption, Body, Strong, Heading, Title, Number, Code };

/// `base` in the size and weight of the role.
QFont fontFor(TextRole role, const QFont& base);

/// A label in that role, of plain text; captions are in the muted colour, and follow the theme.
QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent = nullptr);

/// Turns a label's text to the muted colour, or back; follows the theme.
void setMuted(QWidget* label, bool muted = true);

}  // namespace tunebench::ui
