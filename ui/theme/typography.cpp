#include "ui/theme/typography.h"

#include <QFontDatabase>
#include <QLabel>

namespace tunebench::ui {
namespace {

QFont scaled(QFont font, double factor, QFont::Weight weight) {
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

}  // namespace

QFont fontFor(TextRole role, const QFont& base) {
    switch (role) {
        case TextRole::Caption:
            return scaled(base, 0.9, QFont::Normal);
        case TextRole::Body:
            return base;
        case TextRole::Strong:
            return scaled(base, 1.0, QFont::DemiBold);
        case TextRole::Heading:
            return scaled(base, 1.1, QFont::DemiBold);
        case TextRole::Title:
            return scaled(base, 1.5, QFont::DemiBold);
        case TextRole::Number:
            return scaled(base, 1.35, QFont::DemiBold);
        case TextRole::Code: {
            QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            font.setPointSizeF(base.pointSizeF() * 0.95);
            return font;
        }
    }
    return base;
}

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);  // a name from a file is no markup
    label->setFont(fontFor(role, label->font()));
    if (role == TextRole::Caption)
        setMuted(label);
    return label;
}

void setMuted(QWidget* label, bool muted) {
    // PlaceholderText is the palette's muted colour: a role, so that a change of theme reaches the label.
    label->setForegroundRole(muted ? QPalette::PlaceholderText : QPalette::NoRole);
}

}  // namespace tunebench::ui
