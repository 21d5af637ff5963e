import '#shared/ui/tokens-system.css';

document.getElementById('app')?.setAttribute('data-app', 'ready');
