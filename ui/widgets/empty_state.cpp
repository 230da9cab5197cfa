#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr int kIconSize = 48;
constexpr int kTextWidth = 440;

/// Paints its icon anew, so that it follows the theme.
class BigIcon : public QWidget {
public:
    BigIcon(const QString& name, QWidget* parent) : QWidget(parent), icon_(icon(name)) {
        setFixedSize(kIconSize, kIconSize);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        icon_.paint(&painter, rect(), Qt::AlignCenter, QIcon::Disabled);
    }

private:
    QIcon icon_;
};

}  // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text,
                       const QString& action, QWidget* parent)
    : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kUnit);
    layout->addStretch(2);
    layout->addWidget(new BigIcon(iconName, this), 0, Qt::AlignHCenter);
    layout->addSpacing(spacing::kUnit);
    layout->addWidget(makeLabel(title, TextRole::Title, this), 0, Qt::AlignHCenter);
    QLabel* explanation = makeLabel(text, TextRole::Body, this);
    setMuted(explanation);
    explanation->setWordWrap(true);
    explanation->setAlignment(Qt::AlignHCenter);
    explanation->setFixedWidth(kTextWidth);
    // Centred items of a box layout are not asked for their height at a width.
    explanation->setMinimumHeight(explanation->heightForWidth(kTextWidth));
    layout->addWidget(explanation, 0, Qt::AlignHCenter);
    layout->addSpacing(spacing::kUnit);
    auto* button = new QPushButton(action, this);
    setButtonKind(button, ButtonKind::Primary);
    connect(button, &QPushButton::clicked, this, &EmptyState::activated);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

}  // namespace tunebench::ui
