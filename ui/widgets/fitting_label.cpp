#include "ui/widgets/fitting_label.h"

#include <algorithm>
#include <utility>

namespace tunebench::ui {

FittingLabel::FittingLabel(QWidget* parent) : QLabel(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void FittingLabel::setTexts(QStringList texts) {
    texts_ = std::move(texts);
    setToolTip(texts_.isEmpty() ? QString() : texts_.front());
    fit();
}

void FittingLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void FittingLabel::fit() {
    const auto fits = [this](const QString& text) {
        return fontMetrics().horizontalAdvance(text) <= contentsRect().width();
    };
    const auto it = std::ranges::find_if(texts_, fits);
    setText(it != texts_.end() ? *it : texts_.isEmpty() ? QString() : texts_.back());
}

}  // namespace tunebench::ui
