#include "ui/shell/palette/command_palette.h"

#include <algorithm>

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/shell/palette/palette_delegate.h"
#include "ui/shell/palette/palette_model.h"
#include "ui/shell/shell.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr int kWidth = 620;
constexpr int kFromTop = 56;
constexpr int kMostRows = 10;
constexpr int kShadow = 10;

}  // namespace

CommandPalette::CommandPalette(Shell& shell, QWidget& window)
    : QFrame(&window), shell_(shell), window_(window), task_(this) {
    setObjectName(QStringLiteral("command_palette"));
    setAccessibleName(tr("Command palette"));
    hide();
    build();
    connect(line_, &QLineEdit::textChanged, this, [this](const QString& typed) {
        model_->setTyped(typed);
        onFound();
    });
    connect(list_, &QListView::clicked, this, &CommandPalette::choose);
    connect(&shell_, &Shell::shown, this, &QWidget::hide);
}

void CommandPalette::build() {
    auto* layout = new QVBoxLayout(this);
    const int margin = kShadow + spacing::kUnit;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing::kUnit);
    line_ = new QLineEdit(this);
    line_->setObjectName(QStringLiteral("palette_line"));
    line_->setPlaceholderText(tr("A page, an action, a setting, a preset or a run"));
    line_->setAccessibleName(tr("Find a page, an action, a setting, a preset or a run"));
    line_->setMinimumHeight(spacing::kControl + spacing::kHalf);
    line_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    layout->addWidget(line_);
    model_ = new PaletteModel(this);
    list_ = new QListView(this);
    list_->setObjectName(QStringLiteral("palette_list"));
    list_->setAccessibleName(tr("What was found"));
    list_->setModel(model_);
    list_->setItemDelegate(new PaletteDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->viewport()->setAutoFillBackground(false);
    layout->addWidget(list_);
    nothing_ = makeLabel(tr("Nothing has such a name"), TextRole::Caption, this);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setMinimumHeight(PaletteDelegate::rowHeight());
    layout->addWidget(nothing_);
}

// -- Opening and leaving --------------------------------------------------------------------------------

void CommandPalette::toggle() {
    if (isVisible())
        leave();
    else
        open();
}

void CommandPalette::open() {
    formerFocus_ = QApplication::focusWidget();
    line_->clear();
    model_->setEntries(entriesAtHand(shell_, window_.actions()));
    onFound();
    show();
    raise();
    line_->setFocus(Qt::ShortcutFocusReason);
    read();
}

void CommandPalette::read() {
    task_.start([folder = shell_.workbench().dataFolder()](
                    const CancelToken& cancel) { return storedChoices(folder, cancel); },
                [this](const StoredChoices& choices) {
                    const int row = list_->currentIndex().row();
                    model_->addEntries(entriesOf(shell_, choices));
                    onFound();
                    if (line_->text().isEmpty())  // they came behind the others: who walked on stays there
                        list_->setCurrentIndex(model_->index(std::max(row, 0), 0));
                });
}

void CommandPalette::leave() {
    hide();
    if (formerFocus_ != nullptr)
        formerFocus_->setFocus(Qt::OtherFocusReason);
}

/// Keys of the line, clicks elsewhere, and the window's size: while it is open alone.
void CommandPalette::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    qApp->installEventFilter(this);
}

void CommandPalette::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    qApp->removeEventFilter(this);
    task_.cancel();
}

void CommandPalette::choose(const QModelIndex& index) {
    const PaletteEntry* entry = model_->entry(index);
    if (entry == nullptr)
        return;
    const auto action = entry->choose;  // the entry may go with the list
    leave();
    action();
}

// -- Keys and clicks ------------------------------------------------------------------------------------

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == line_ && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent*>(event)->key());
    if (watched == &window_ && event->type() == QEvent::Resize)
        place();
    const auto* clicked =
        event->type() == QEvent::MouseButtonPress ? qobject_cast<QWidget*>(watched) : nullptr;
    if (clicked != nullptr && clicked->window() == &window_ && clicked != this && !isAncestorOf(clicked))
        leave();
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::takeKey(int key) {
    switch (key) {
        case Qt::Key_Down:
        case Qt::Key_Tab:
            walk(1);
            return true;
        case Qt::Key_Up:
        case Qt::Key_Backtab:
            walk(-1);
            return true;
        case Qt::Key_PageDown:
            walk(std::min(kMostRows, model_->rowCount() - 1 - list_->currentIndex().row()));
            return true;
        case Qt::Key_PageUp:
            walk(-std::min(kMostRows, list_->currentIndex().row()));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(list_->currentIndex());
            return true;
        case Qt::Key_Escape:
            leave();
            return true;
        default:
            return false;
    }
}

/// From the last row to the first, and back.
void CommandPalette::walk(int rows) {
    const int count = model_->rowCount();
    if (count > 0)
        list_->setCurrentIndex(model_->index((list_->currentIndex().row() + rows + count) % count, 0));
    // The focus stays in the line: there the screen reader hears which row it is.
    line_->setAccessibleDescription(list_->currentIndex().data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent told(line_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void CommandPalette::onFound() {
    const bool isEmpty = model_->rowCount() == 0;
    list_->setVisible(!isEmpty);
    nothing_->setVisible(isEmpty);
    list_->setCurrentIndex(model_->index(0, 0));
    walk(0);
    place();
}

// -- Where it stands ------------------------------------------------------------------------------------

void CommandPalette::place() {
    const int rows = std::clamp(model_->rowCount(), 1, kMostRows);
    const int rowHeight = model_->rowCount() > 0 ? list_->sizeHintForRow(0) : PaletteDelegate::rowHeight();
    list_->setFixedHeight(rows * std::max(rowHeight, PaletteDelegate::rowHeight()) + 2);
    const int width = std::min(kWidth, window_.width() - 2 * spacing::kPage);
    layout()->activate();
    const int height = std::min(sizeHint().height(), window_.height() - kFromTop - spacing::kPage);
    setGeometry((window_.width() - width) / 2, kFromTop, width, height);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 8));
    for (int step = 1; step < kShadow; ++step) {
        const QRectF ring = QRectF(rect()).adjusted(step, step, -step, -step);
        painter.drawRoundedRect(ring, spacing::kCardRadius + kShadow - step,
                                spacing::kCardRadius + kShadow - step);
    }
    const Colors& colors = colorsFor(palette());
    painting::panel(painter, QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow), colors.surface,
                    colors.outline, spacing::kCardRadius);
}

}  // namespace tunebench::ui
